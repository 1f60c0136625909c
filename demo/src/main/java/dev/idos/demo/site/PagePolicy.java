package dev.idos.demo.site;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a page may do and who may frame it, as headers. Nothing inline runs, nothing is loaded from
/// elsewhere, and a page talks only to the origins it needs.
public final class PagePolicy {

  private static final String NOBODY_FRAMES = "; frame-ancestors 'none'";
  private static final String DENIED =
      Stream.of(
              "accelerometer",
              "camera",
              "display-capture",
              "geolocation",
              "gyroscope",
              "hid",
              "magnetometer",
              "microphone",
              "midi",
              "payment",
              "serial",
              "usb")
          .map(feature -> feature + "=()")
          .collect(Collectors.joining(", "));

  /// Where the pictures of a credential come from: the page makes them of what was opened.
  private static final String PICTURES = " data: blob:";

  private final SequencedMap<String, String> headers = new LinkedHashMap<>();

  private PagePolicy(String contentSecurity, String permissions) {
    headers.put("Content-Security-Policy", contentSecurity);
    headers.put("Permissions-Policy", DENIED + permissions);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
  }

  /// An app that holds the enclave in a frame. Pop-ups keep their opener: the enclave's needs it.
  ///
  /// @param trustedTypes the name of the one policy by which the app makes script addresses, or
  ///     `'none'`
  public static PagePolicy app(String enclave, String trustedTypes, String... connects) {
    var content =
        own(PICTURES, connects)
            + "; frame-src "
            + enclave
            + NOBODY_FRAMES
            + trustedTypes(trustedTypes);
    var policy = new PagePolicy(content, passkeys(enclave));
    // The enclave learns from it who embeds it; it is an origin, without a path.
    policy.headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    policy.headers.put("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
    return policy;
  }

  /// The enclave's frame page: any site may embed it, that is its purpose, so nothing is said about
  /// who frames it.
  public static PagePolicy enclaveFrame(String... connects) {
    return new PagePolicy(
        own("", connects) + trustedTypes("idos-enclave"), ", " + passkeysOfItself());
  }

  /// The enclave's own windows, where people decide: nobody frames them, and they are never cut
  /// off from the frame that opened them.
  public static PagePolicy enclaveWindow(String... connects) {
    return new PagePolicy(
        own("", connects) + NOBODY_FRAMES + trustedTypes("idos-enclave"),
        ", " + passkeysOfItself());
  }

  /// Pictures and data that were sent to us by strangers: shown, but never as a page.
  static PagePolicy data() {
    return new PagePolicy("default-src 'none'; sandbox" + NOBODY_FRAMES, "");
  }

  Map<String, String> headers() {
    return headers;
  }

  private static String own(String pictures, String... connects) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        + "img-src 'self'"
        + pictures
        + "; worker-src 'self'; manifest-src 'self'; "
        + "connect-src 'self'"
        + Arrays.stream(connects).map(origin -> " " + origin).collect(Collectors.joining())
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String trustedTypes(String policy) {
    return "; require-trusted-types-for 'script'; trusted-types " + policy;
  }

  private static String passkeys(String enclave) {
    return ", publickey-credentials-get=(self \"%s\"), storage-access=(self \"%s\")"
        .formatted(enclave, enclave);
  }

  private static String passkeysOfItself() {
    return "publickey-credentials-get=(self), publickey-credentials-create=(self), "
        + "storage-access=(self)";
  }
}
