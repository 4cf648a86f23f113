package cn.wufei.exchange.bulk;

import java.util.Locale;

/// What can be wrong with a cell, a line or a heading before any use case sees it.
enum FaultCode {
  MISSING("This must be given."),
  NOT_A_NUMBER("This is not a number."),
  NUMBER_IN_SCIENTIFIC_NOTATION(
      "A spreadsheet has shortened this number and lost digits of it; write it as text."),
  NOT_A_DATE("This is not a date; write 2026-11-27."),
  NOT_A_CHOICE("This is none of the values that the column may have."),
  NOT_YES_OR_NO("Write yes or no."),
  NOT_A_RANGE("Write a value, such as 12.5, or a range, such as 38-42."),
  UNIT_NOT_PERCENT("The values of this column are not percentages; write the value in its unit."),
  TONNES_TOO_FINE("Tonnes are counted to the kilogram: three digits after the point at most."),
  SITE_UNKNOWN("Your organisation has no site of this name."),
  STREAM_UNKNOWN("Your organisation has no waste stream of this name."),
  MATERIAL_UNKNOWN("The catalog has no material of this name."),
  USE_UNKNOWN("The catalog has no use of this name."),
  REGION_UNKNOWN(
      "The catalog has no region of this name, or several; write its number, such as 370100."),
  NOT_LOADING_HOURS("Write days and hours, such as 1-5 08:00-16:00; 1 is Monday."),
  CELL_MERGED("A cell of this line is merged with others."),
  CELL_IS_FORMULA_ERROR("The formula in this cell gives an error."),
  COLUMN_UNKNOWN("There is no column of this name; nothing of the table was read."),
  COLUMNS_TOO_MANY("The table has more than 200 columns; nothing of it was read."),
  COLUMN_REPEATED("There are two columns of this name."),
  COLUMN_MISSING("The table lacks this column."),
  SHEET_UNKNOWN("The name of this sheet says nothing that can be imported."),
  REFERENCE_REPEATED("An earlier line of this file has the same own number."),
  REFERENCE_TOO_LONG("An own number has at most 100 characters."),
  AWAITS_EARLIER_LINE("What this line names is on an earlier line of this file."),
  /// Reading or recording it fails each time, for a reason that lies with the exchange.
  INTERNAL_ERROR("The exchange could not record this line; tell its operator."),
  LINE_MALFORMED("The line has more cells than there are headings.");

  private final String sentence;

  FaultCode(String sentence) {
    this.sentence = sentence;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String sentence() {
    return sentence;
  }
}
