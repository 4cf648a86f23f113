package cn.wufei.exchange.bulk.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What is in the archive of a workbook, looked through once before the workbook is read: nothing
/// that is a program, no more than an honest one has, and which rows have merged cells.
final class WorkbookParts {

  private static final int ENTRIES_MAX = 2_000;
  private static final long UNPACKED_MAX = 512L * 1024 * 1024;

  /// The shared texts are held in memory.
  private static final long TEXTS_MAX = 96L * 1024 * 1024;

  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String TEXTS = "xl/sharedStrings.xml";
  private static final String SHEETS = "xl/worksheets/";

  private final Map<String, BitSet> mergedByPart = new HashMap<>();
  private final Map<String, String> partById = new HashMap<>();
  private int rows;
  private long unpacked;

  private WorkbookParts() {}

  static WorkbookParts of(Path path) throws TableProblem, IOException {
    WorkbookParts parts = new WorkbookParts();
    try (ZipFile archive = new ZipFile(path.toFile())) {
      if (archive.size() > ENTRIES_MAX) {
        throw new TableProblem(TableProblem.Code.WORKBOOK_TOO_LARGE);
      }
      if (archive.getEntry(RELATIONS) == null) {
        throw new TableProblem(TableProblem.Code.WORKBOOK_UNREADABLE);
      }
      Enumeration<? extends ZipEntry> entries = archive.entries();
      while (entries.hasMoreElements()) {
        parts.look(archive, entries.nextElement());
      }
    } catch (TooMuch _) {
      throw new TableProblem(TableProblem.Code.WORKBOOK_TOO_LARGE);
    } catch (IOException | XMLStreamException e) {
      throw new TableProblem(
          e.getCause() instanceof TooMuch
              ? TableProblem.Code.WORKBOOK_TOO_LARGE
              : TableProblem.Code.WORKBOOK_UNREADABLE);
    }
    if (parts.rows > TableFile.LINES_MAX) {
      throw new TableProblem(TableProblem.Code.LINES_TOO_MANY);
    }
    return parts;
  }

  /// Rows of the sheet that hold a cell that is merged with others.
  BitSet mergedRows(String sheetId) {
    return mergedByPart.getOrDefault(partById.getOrDefault(sheetId, ""), new BitSet());
  }

  int rows() {
    return rows;
  }

  private void look(ZipFile archive, ZipEntry entry)
      throws TableProblem, IOException, XMLStreamException {
    String name = entry.getName();
    if (name.endsWith("vbaProject.bin") || name.startsWith("xl/macrosheets/")) {
      throw new TableProblem(TableProblem.Code.MACROS_NOT_ALLOWED);
    }
    try (InputStream content =
        new Counted(archive.getInputStream(entry), name.equals(TEXTS) ? TEXTS_MAX : UNPACKED_MAX)) {
      if (name.equals(RELATIONS)) {
        lookAtRelations(content);
      } else if (name.startsWith(SHEETS) && name.endsWith(".xml")) {
        lookAtSheet(name, content);
      } else {
        content.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private void lookAtRelations(InputStream content) throws XMLStreamException {
    XMLStreamReader xml = reader(content);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("Relationship")) {
        String target = String.valueOf(xml.getAttributeValue(null, "Target"));
        partById.put(
            String.valueOf(xml.getAttributeValue(null, "Id")),
            target.startsWith("/") ? target.substring(1) : "xl/" + target);
      }
    }
  }

  private void lookAtSheet(String name, InputStream content) throws XMLStreamException {
    XMLStreamReader xml = reader(content);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "row" -> rows++;
          case "mergeCell" ->
              merge(
                  mergedByPart.computeIfAbsent(name, _ -> new BitSet()),
                  String.valueOf(xml.getAttributeValue(null, "ref")));
          default -> {
            // Cells and their forms are read with the lines.
          }
        }
      }
    }
  }

  /// @param reference such as `B2:C3`
  private static void merge(BitSet merged, String reference) {
    String[] digits = reference.replaceAll("[A-Z$]", "").split(":", -1);
    if (digits.length == 2 && digits[0].matches("\\d{1,7}") && digits[1].matches("\\d{1,7}")) {
      int from = Integer.parseInt(digits[0]);
      int to = Integer.parseInt(digits[1]);
      if (from <= to) {
        merged.set(from, to + 1);
      }
    }
  }

  /// Reads no document type, and so no entity of one.
  private static XMLStreamReader reader(InputStream content) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(content);
  }

  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// Stops where more comes out of the archive than it may hold.
  private final class Counted extends FilterInputStream {

    private long left;

    Counted(InputStream content, long atMost) {
      super(content);
      this.left = atMost;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) throws IOException {
      left -= bytes;
      unpacked += bytes;
      if (left < 0 || unpacked > UNPACKED_MAX) {
        throw new TooMuch();
      }
    }
  }
}
