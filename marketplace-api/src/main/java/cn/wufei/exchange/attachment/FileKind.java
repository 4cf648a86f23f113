package cn.wufei.exchange.attachment;

import io.micronaut.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Kinds of files that are taken, told by how they begin: what a client calls a file proves
/// nothing.
enum FileKind {
  /// ISO 32000-1, 7.5.2; readers look for the header in the first 1,024 bytes.
  PDF(MediaType.APPLICATION_PDF, "%PDF-", 1_024),
  /// ISO/IEC 10918-1, B.1.1.3: the start of the image, then another marker.
  JPEG(MediaType.IMAGE_JPEG, "\u00ff\u00d8\u00ff", 0),
  /// ISO/IEC 15948, 5.2.
  PNG(MediaType.IMAGE_PNG, "\u0089PNG\r\n\u001a\n", 0);

  /// So much of a file is enough to tell its kind.
  static final int BEGINNING_BYTES = 1_024;

  private final String mediaType;
  private final String signature;
  private final int within;

  /// @param signature a character for each byte
  /// @param within from how far into the file the signature may lie; 0 when it begins the file
  FileKind(String mediaType, String signature, int within) {
    this.mediaType = mediaType;
    this.signature = signature;
    this.within = within;
  }

  static @Nullable FileKind of(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    return Stream.of(values()).filter(kind -> kind.begins(text)).findFirst().orElse(null);
  }

  String mediaType() {
    return mediaType;
  }

  private boolean begins(String text) {
    int at = text.indexOf(signature);
    return at >= 0 && at <= within;
  }
}
