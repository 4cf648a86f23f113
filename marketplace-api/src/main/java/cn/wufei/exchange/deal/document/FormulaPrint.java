package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.price.IndexTerms;
import cn.wufei.exchange.price.PriceFormula;
import java.util.ArrayList;
import java.util.List;

/// What a price is besides its figure, as it is printed.
final class FormulaPrint {

  private final DocumentWords words;

  FormulaPrint(DocumentWords words) {
    this.words = words;
  }

  List<PdfSheet.Fact> facts(AgreementContent.Formula formula) {
    List<PdfSheet.Fact> facts = new ArrayList<>();
    PriceFormula terms = formula.terms();
    IndexTerms index = terms.index();
    if (index != null) {
      String source = formula.indexSource();
      facts.add(
          fact(
              "价格指数",
              "Price index",
              words.named(formula.indexNameZh(), formula.indexNameEn(), index.index())
                  + words.of("，", ", ")
                  + (source == null ? "–" : source)));
      facts.add(fact("结算单价", "Price of a month", words.formula(index)));
    }
    facts.add(fact("计价吨", "Priced tonne", words.tonne(terms.pricedTonne())));
    if (terms.loadingFeeYuanPerT() != null) {
      facts.add(
          fact(
              "装车费",
              "Loading fee",
              words.perTonne(terms.loadingFeeYuanPerT())
                  + words.of("（按湿重）", " (of the mass as weighed)")));
    }
    return facts;
  }

  private PdfSheet.Fact fact(String zh, String en, String value) {
    return new PdfSheet.Fact(words.of(zh, en), value);
  }
}
