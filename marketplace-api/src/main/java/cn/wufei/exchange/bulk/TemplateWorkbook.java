package cn.wufei.exchange.bulk;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Parameter;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The workbook that is filled in: headings that an import understands, and what they mean.
@Singleton
class TemplateWorkbook {

  /// Sheets of these names are for people and not read.
  static final List<String> NOTES = List.of("说明", "Notes");

  private static final String ZH = "zh";
  private static final double WIDTH = 18;
  private static final double WIDTH_OF_NOTES = 44;
  private static final String AS_TEXT = "@";
  private static final String AS_DATE = "yyyy-mm-dd";

  private final ImportKinds kinds;
  private final Catalog catalog;

  TemplateWorkbook(ImportKinds kinds, Catalog catalog) {
    this.kinds = kinds;
    this.catalog = catalog;
  }

  /// @param language `zh` or `en`
  StreamedFile in(String language) {
    boolean isZh = language.equals(ZH);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Wufei Exchange", "1.0")) {
      for (ImportKind<?> kind : kinds.all()) {
        headings(workbook.newWorksheet(isZh ? kind.nameZh() : kind.nameEn()), kind, isZh);
      }
      notes(workbook.newWorksheet(isZh ? NOTES.getFirst() : NOTES.getLast()), isZh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] content = bytes.toByteArray();
    return new StreamedFile(
            new ByteArrayInputStream(content),
            MediaType.MICROSOFT_EXCEL_OPEN_XML_TYPE,
            0,
            content.length)
        .attach(isZh ? "无废交易平台-导入模板.xlsx" : "wufei-import-template.xlsx");
  }

  private void headings(Worksheet sheet, ImportKind<?> kind, boolean isZh) {
    int at = 0;
    for (ImportColumn column : kind.columns()) {
      if (column.type() == ImportColumn.Type.RANGES) {
        for (Parameter parameter : catalog.parameters()) {
          heading(sheet, at++, title(parameter, isZh), false, AS_TEXT);
        }
      } else {
        heading(sheet, at++, title(column, isZh), column.required(), formOf(column));
      }
    }
    sheet.freezePane(1, 1);
  }

  private static void heading(
      Worksheet sheet, int at, String title, boolean required, String form) {
    sheet.style(at).format(form).set();
    sheet.value(0, at, required ? title + " *" : title);
    sheet.style(0, at).bold().format("General").set();
    sheet.width(at, WIDTH);
  }

  /// Numbers of documents stay as they are typed: a spreadsheet would make numbers of them.
  private static String formOf(ImportColumn column) {
    return switch (column.type()) {
      case TONNES, NUMBER -> "General";
      case DATE -> AS_DATE;
      case TEXT, YES_NO, CHOICE, RANGES -> AS_TEXT;
    };
  }

  private void notes(Worksheet sheet, boolean isZh) {
    List<String> titles =
        isZh
            ? List.of("工作表", "列", "必填", "可填内容", "说明")
            : List.of("Sheet", "Column", "Required", "Values", "Notes");
    for (int i = 0; i < titles.size(); i++) {
      sheet.value(0, i, titles.get(i));
      sheet.style(0, i).bold().set();
      sheet.width(i, i < 2 ? WIDTH : WIDTH_OF_NOTES);
    }
    int row = 1;
    for (ImportKind<?> kind : kinds.all()) {
      for (ImportColumn column : kind.columns()) {
        sheet.value(row, 0, isZh ? kind.nameZh() : kind.nameEn());
        sheet.value(row, 1, title(column, isZh));
        sheet.value(row, 2, required(column, isZh));
        sheet.value(row, 3, values(column, isZh));
        String note = isZh ? column.noteZh() : column.noteEn();
        sheet.value(row, 4, note == null ? "" : note);
        row++;
      }
    }
    sheet.freezePane(0, 1);
  }

  private static String required(ImportColumn column, boolean isZh) {
    if (!column.required()) {
      return "";
    }
    return isZh ? "是" : "yes";
  }

  private static String values(ImportColumn column, boolean isZh) {
    return switch (column.type()) {
      case CHOICE ->
          column.choices().stream()
              .map(choice -> isZh ? choice.nameZh() : choice.nameEn())
              .collect(Collectors.joining(isZh ? "、" : ", "));
      case YES_NO -> isZh ? "是、否" : "yes, no";
      case DATE -> "2026-11-27";
      case TONNES -> "1234.567";
      case RANGES -> isZh ? "12.5、38-42" : "12.5, 38-42";
      case TEXT, NUMBER -> "";
    };
  }

  private static String title(ImportColumn column, boolean isZh) {
    return isZh ? column.nameZh() : column.nameEn();
  }

  private static String title(Parameter parameter, boolean isZh) {
    String name = isZh ? parameter.nameZh() : parameter.nameEn();
    return Stream.of(parameter.unit())
        .filter(unit -> !unit.isEmpty())
        .map(unit -> name + (isZh ? "（" + unit + "）" : " (" + unit + ")"))
        .findFirst()
        .orElse(name);
  }
}
