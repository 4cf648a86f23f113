package cn.wufei.exchange.attachment;

import io.micronaut.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Kinds of files that are taken, told by how they begin: what a client calls a file proves
/// nothing.
public enum FileKind {
  /// ISO 32000-1, 7.5.2; readers look for the header in the first 1,024 bytes.
  PDF(Purpose.DOCUMENT, MediaType.APPLICATION_PDF, "%PDF-", 1_024),
  /// ISO/IEC 10918-1, B.1.1.3: the start of the image, then another marker.
  JPEG(Purpose.DOCUMENT, MediaType.IMAGE_JPEG, "\u00ff\u00d8\u00ff", 0),
  /// ISO/IEC 15948, 5.2.
  PNG(Purpose.DOCUMENT, MediaType.IMAGE_PNG, "\u0089PNG\r\n\u001a\n", 0),
  /// A ZIP archive (APPNOTE 4.3.7); whether a workbook is in it is seen when it is read.
  XLSX(Purpose.TABLE, MediaType.MICROSOFT_EXCEL_OPEN_XML, "PK\u0003\u0004", 0),
  /// Text of any encoding has no NUL, but that of UTF-16, which says what it is.
  CSV(Purpose.TABLE, MediaType.TEXT_CSV, "", 0) {
    @Override
    boolean begins(String text) {
      return text.startsWith("\u00ff\u00fe")
          || text.startsWith("\u00fe\u00ff")
          || text.indexOf('\0') < 0;
    }
  };

  /// What a file is sent for.
  public enum Purpose {
    /// To be read by people beside something else.
    DOCUMENT(10L * 1024 * 1024),
    /// To be read line by line by the exchange.
    TABLE(64L * 1024 * 1024);

    private final long bytesMax;

    Purpose(long bytesMax) {
      this.bytesMax = bytesMax;
    }

    long bytesMax() {
      return bytesMax;
    }
  }

  /// So much of a file is enough to tell its kind.
  static final int BEGINNING_BYTES = 1_024;

  private final Purpose purpose;
  private final String mediaType;
  private final String signature;
  private final int within;

  /// @param signature a character for each byte
  /// @param within from how far into the file the signature may lie; 0 when it begins the file
  FileKind(Purpose purpose, String mediaType, String signature, int within) {
    this.purpose = purpose;
    this.mediaType = mediaType;
    this.signature = signature;
    this.within = within;
  }

  static @Nullable FileKind of(Purpose purpose, byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    return Stream.of(values())
        .filter(kind -> kind.purpose == purpose && kind.begins(text))
        .findFirst()
        .orElse(null);
  }

  public String mediaType() {
    return mediaType;
  }

  boolean begins(String text) {
    int at = text.indexOf(signature);
    return at >= 0 && at <= within;
  }
}
