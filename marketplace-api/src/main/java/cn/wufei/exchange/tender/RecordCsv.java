package cn.wufei.exchange.tender;

import cn.wufei.exchange.csv.Language;

final class RecordCsv {

  private RecordCsv() {}

  static String of(TenderRecord record, Language language) {
    throw new UnsupportedOperationException(record + "" + language);
  }
}
