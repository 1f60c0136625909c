package dev.idos.protocol.action;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The longest a text may be, in UTF-8 bytes. A text without this mark may be 256 bytes, the limit
/// of what is indexed (`ledger.md` §1).
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface MaxBytes {
  int INDEXED = 256;
  int NOTES = 64 * 1024;
  int VALUE = 64 * 1024;
  int PROOF = 16 * 1024;
  int CONTENT = 24 * 1024 * 1024;

  int value() default INDEXED;
}
