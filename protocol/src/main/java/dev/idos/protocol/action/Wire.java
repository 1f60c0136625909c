package dev.idos.protocol.action;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The wire name of an action or view, as the original's schema has it (`facts/actions.md` §12).
/// Its parameters are the record's components in their order, named in snake case.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Wire {
  /// The name of the action.
  String value();

  /// What the wallet shows when it signs; empty for views.
  String description() default "";

  /// Only the owner of the network may run it.
  boolean ownerOnly() default false;

  /// Not in today's idOS: an addition of ours (`wire.md` §7).
  boolean additive() default false;
}
