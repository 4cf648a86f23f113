package cn.wufei.exchange.bulk.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A CSV file in UTF-8, UTF-16 or GB18030, as plants' systems and spreadsheets write them; comma,
/// semicolon or tab between the cells.
final class CsvFile implements TableFile {

  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final int BUFFER_MAX = 1 << 20;

  /// Characters of a line: 200 columns of a few thousand each.
  private static final int LINE_MAX = 1 << 20;

  /// As much as a cell of a workbook holds.
  private static final int CELL_MAX = 32_767;

  private static final int LINES_OF_CELL_MAX = 20;

  private final Path path;
  private final Charset encoding;
  private final char separator;
  private final int lines;

  private CsvFile(Path path, Charset encoding, char separator, int lines) {
    this.path = path;
    this.encoding = encoding;
    this.separator = separator;
    this.lines = lines;
  }

  static CsvFile open(Path path) throws TableProblem, IOException {
    for (Charset encoding : encodingsOf(path)) {
      try {
        return read(path, encoding);
      } catch (CharacterCodingException _) {
        // Then it is another.
      }
    }
    throw new TableProblem(TableProblem.Code.ENCODING_UNKNOWN);
  }

  private static List<Charset> encodingsOf(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      int first = in.read();
      int second = in.read();
      boolean isUtf16 = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
      return isUtf16 ? List.of(StandardCharsets.UTF_16) : ENCODINGS;
    }
  }

  /// Reads all of it, since a wrong byte may come late.
  private static CsvFile read(Path path, Charset encoding) throws TableProblem, IOException {
    try (PushbackReader reader = strict(path, encoding)) {
      String heading = null;
      int lines = 0;
      for (String line = line(reader); line != null; line = line(reader)) {
        heading = heading == null && !line.isBlank() ? line : heading;
        lines++;
        if (lines > LINES_MAX) {
          throw new TableProblem(TableProblem.Code.LINES_TOO_MANY);
        }
      }
      if (heading == null) {
        throw new TableProblem(TableProblem.Code.NOTHING_IN_IT);
      }
      return new CsvFile(path, encoding, separatorOf(heading), lines);
    }
  }

  /// The next line, or nothing; a file without line ends is not held in memory.
  private static @Nullable String line(PushbackReader reader) throws TableProblem, IOException {
    StringBuilder line = new StringBuilder();
    int next = reader.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n' && next != '\r') {
      line.append((char) next);
      if (line.length() > LINE_MAX) {
        throw new TableProblem(TableProblem.Code.LINE_TOO_LONG);
      }
      next = reader.read();
    }
    int after = next == '\r' ? reader.read() : '\n';
    if (after >= 0 && after != '\n') {
      reader.unread(after);
    }
    return line.toString();
  }

  /// The text after its mark.
  private static PushbackReader strict(Path path, Charset encoding) throws IOException {
    PushbackReader text =
        new PushbackReader(
            new BufferedReader(
                new InputStreamReader(
                    Files.newInputStream(path),
                    encoding
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))));
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return text;
  }

  private static char separatorOf(String heading) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(heading, candidate) > count(heading, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char sought) {
    return text.chars().filter(each -> each == sought).count();
  }

  @Override
  public List<TableSheet> sheets() {
    return List.of(
        new TableSheet() {
          @Override
          public String name() {
            return "";
          }

          @Override
          public Stream<TableRow> rows() {
            return CsvFile.this.rows();
          }
        });
  }

  private Stream<TableRow> rows() {
    try {
      CsvReader<CsvRecord> records =
          CsvReader.builder()
              .fieldSeparator(separator)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .maxBufferSize(BUFFER_MAX)
              .ofCsvRecord(new BufferedReader(strict(path, encoding)));
      return Unreadable.guarded(records.stream().map(CsvFile::row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A quote that never ends makes one cell of all that follows.
  private static TableRow row(CsvRecord line) {
    if (line.getFields().stream().anyMatch(CsvFile::isRunaway)) {
      throw new IllegalStateException("a quote that does not end");
    }
    List<String> fields = line.getFields();
    int columns = Math.min(fields.size(), COLUMNS_MAX);
    return new TableRow(
        Math.toIntExact(line.getStartingLineNumber()),
        fields.subList(0, columns).stream().map(TableCell::of).toList(),
        false,
        fields.subList(columns, fields.size()).stream().anyMatch(field -> !field.isBlank()));
  }

  private static boolean isRunaway(String cell) {
    return cell.length() > CELL_MAX
        || cell.lines().limit(LINES_OF_CELL_MAX + 1L).count() > LINES_OF_CELL_MAX;
  }

  @Override
  public int lines() {
    return lines;
  }

  @Override
  public void close() {
    // Each reader of its lines closes itself.
  }
}
