package cn.wufei.exchange.bulk.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What is in the archive of a workbook, looked through once before the workbook is read, as the
/// reader takes what it is given: nothing that is a program, no more than an honest workbook has,
/// every part where one expects it, and which rows have merged cells.
final class WorkbookParts {

  private static final int ENTRIES_MAX = 2_000;
  private static final int SHEETS_MAX = 100;
  private static final long UNPACKED_MAX = 512L * 1024 * 1024;

  /// The shared texts are held in memory.
  private static final long TEXTS_MAX = 96L * 1024 * 1024;

  private static final int TEXTS_COUNT_MAX = 1_000_000;

  /// Bytes of a part that the reader holds in memory beside them: what there is, and its formats.
  private static final long LIST_MAX = 8L * 1024 * 1024;

  private static final int MERGES_MAX = 10_000;

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String STYLES = "xl/styles.xml";
  private static final String TEXTS = "xl/sharedStrings.xml";
  private static final String SHEETS = "xl/worksheets/";

  private final Map<String, SheetCells> sheets = new HashMap<>();
  private final Map<String, String> partById = new HashMap<>();
  private final Set<String> listed = new HashSet<>();
  private int texts;
  private long unpacked;

  private WorkbookParts() {}

  static WorkbookParts of(Path path) throws TableProblem, IOException {
    WorkbookParts parts = new WorkbookParts();
    try (ZipFile archive = new ZipFile(path.toFile())) {
      if (archive.size() > ENTRIES_MAX) {
        throw new TableProblem(TableProblem.Code.WORKBOOK_TOO_LARGE);
      }
      Enumeration<? extends ZipEntry> entries = archive.entries();
      while (entries.hasMoreElements()) {
        parts.look(archive, entries.nextElement());
      }
    } catch (XmlBytes.TooMuch _) {
      throw new TableProblem(TableProblem.Code.WORKBOOK_TOO_LARGE);
    } catch (IOException | XMLStreamException e) {
      throw new TableProblem(
          e.getCause() instanceof XmlBytes.TooMuch
              ? TableProblem.Code.WORKBOOK_TOO_LARGE
              : TableProblem.Code.WORKBOOK_UNREADABLE);
    }
    parts.requireWhole();
    return parts;
  }

  private void requireWhole() throws TableProblem {
    if (listed.isEmpty() || sheets.values().stream().anyMatch(sheet -> sheet.texts() > texts)) {
      throw unreadable();
    }
    if (rows() > TableFile.LINES_MAX) {
      throw new TableProblem(TableProblem.Code.LINES_TOO_MANY);
    }
  }

  /// What the sheet was found to hold.
  SheetCells cells(String sheetId) {
    SheetCells cells = sheets.get(partById.getOrDefault(sheetId, ""));
    return cells == null ? new SheetCells(0) : cells;
  }

  int rows() {
    return sheets.values().stream().mapToInt(SheetCells::rows).sum();
  }

  private void look(ZipFile archive, ZipEntry entry)
      throws TableProblem, IOException, XMLStreamException {
    String name = entry.getName();
    if (name.endsWith("vbaProject.bin") || name.startsWith("xl/macrosheets/")) {
      throw new TableProblem(TableProblem.Code.MACROS_NOT_ALLOWED);
    }
    boolean isXml = name.endsWith(".xml") || name.endsWith(".rels");
    long most = Math.min(mostOf(name), UNPACKED_MAX - unpacked);
    XmlBytes content = new XmlBytes(archive.getInputStream(entry), most, isXml);
    try (content) {
      switch (name) {
        case CONTENT_TYPES -> eachElement(content, this::lookAtType);
        case RELATIONS -> eachElement(content, this::lookAtRelation);
        case WORKBOOK -> eachElement(content, this::lookAtWorkbook);
        case TEXTS -> eachElement(content, this::lookAtText);
        default -> {
          if (name.startsWith(SHEETS) && name.endsWith(".xml")) {
            SheetCells cells = new SheetCells(MERGES_MAX);
            sheets.put(name, cells);
            eachElement(content, cells::look);
          } else {
            content.transferTo(OutputStream.nullOutputStream());
          }
        }
      }
    }
    unpacked += content.count();
  }

  private static long mostOf(String name) {
    if (name.equals(TEXTS)) {
      return TEXTS_MAX;
    }
    boolean isList =
        name.endsWith(".rels") || Set.of(CONTENT_TYPES, WORKBOOK, STYLES).contains(name);
    return isList ? LIST_MAX : UNPACKED_MAX;
  }

  /// The reader finds its parts by their types; the limits here go by their names.
  private void lookAtType(XMLStreamReader xml) throws TableProblem {
    String type = String.valueOf(xml.getAttributeValue(null, "ContentType"));
    String part = String.valueOf(xml.getAttributeValue(null, "PartName"));
    if (type.contains("macroEnabled")) {
      throw new TableProblem(TableProblem.Code.MACROS_NOT_ALLOWED);
    }
    requirePlace(type.contains("sheet.main+xml"), part.equals("/" + WORKBOOK));
    requirePlace(type.contains("sharedStrings+xml"), part.equals("/" + TEXTS));
    requirePlace(type.contains("styles+xml"), part.equals("/" + STYLES));
    requirePlace(type.endsWith(".worksheet+xml"), part.startsWith("/" + SHEETS));
  }

  private void lookAtRelation(XMLStreamReader xml) throws TableProblem {
    String target = String.valueOf(xml.getAttributeValue(null, "Target"));
    String type = String.valueOf(xml.getAttributeValue(null, "Type"));
    String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
    requirePlace(type.endsWith("/worksheet"), part.startsWith(SHEETS) && !part.contains(".."));
    requirePlace(type.endsWith("/sharedStrings"), part.equals(TEXTS));
    partById.put(String.valueOf(xml.getAttributeValue(null, "Id")), part);
  }

  private void lookAtWorkbook(XMLStreamReader xml) throws TableProblem {
    switch (xml.getLocalName()) {
      case "sheet" -> {
        String id = relationOf(xml);
        if (id == null || !listed.add(id) || listed.size() > SHEETS_MAX) {
          throw unreadable();
        }
      }
      case "workbookPr" -> {
        String from1904 = xml.getAttributeValue(null, "date1904");
        if (from1904 != null && !from1904.equals("0") && !from1904.equals("false")) {
          throw new TableProblem(TableProblem.Code.DATES_FROM_1904);
        }
      }
      default -> {
        // Names, views and such say nothing of what is read.
      }
    }
  }

  private static @Nullable String relationOf(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id")) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  private void lookAtText(XMLStreamReader xml) throws TableProblem {
    if (xml.getLocalName().equals("si")) {
      texts++;
    }
    if (texts > TEXTS_COUNT_MAX) {
      throw new TableProblem(TableProblem.Code.WORKBOOK_TOO_LARGE);
    }
  }

  private static void requirePlace(boolean isOfType, boolean isInPlace) throws TableProblem {
    if (isOfType && !isInPlace) {
      throw unreadable();
    }
  }

  static TableProblem unreadable() {
    return new TableProblem(TableProblem.Code.WORKBOOK_UNREADABLE);
  }

  /// Reads no document type, and so no entity of one.
  private static void eachElement(InputStream content, Look look)
      throws XMLStreamException, TableProblem {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(content);
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD -> throw unreadable();
        case XMLStreamConstants.START_ELEMENT -> look.at(xml);
        default -> {
          // Texts are read with the lines; XmlBytes bounds them.
        }
      }
    }
  }

  /// Looks at an element that begins.
  private interface Look {
    void at(XMLStreamReader xml) throws TableProblem, XMLStreamException;
  }
}
