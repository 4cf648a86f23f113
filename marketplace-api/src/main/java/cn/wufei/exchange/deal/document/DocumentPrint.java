package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.price.QualityAdjustment;
import cn.wufei.exchange.schedule.MonthQuantity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands on the pages of a printed version, from the title to the signatures.
final class DocumentPrint {

  private static final int MONTHS_A_ROW = 3;
  private static final String BLANK = "　　　　　　　　";

  private final PdfSheet sheet;
  private final DocumentWords words;
  private final AgreementDocument document;
  private final DocumentVersion version;
  private final AgreementContent content;

  DocumentPrint(
      PdfSheet sheet, DocumentWords words, AgreementDocument document, DocumentVersion version) {
    this.sheet = sheet;
    this.words = words;
    this.document = document;
    this.version = version;
    this.content = version.content();
  }

  static String titleOf(AgreementDocument document, DocumentVersion version, DocumentWords words) {
    return words
        .of("一般工业固体废物交易协议 %s 第 %d 版", "Agreement on industrial solid waste %s, version %d")
        .formatted(document.agreementNumber(), version.number());
  }

  void fill() throws IOException {
    sheet.title(words.of("一般工业固体废物交易协议", "Agreement on general industrial solid waste"));
    sheet.subtitle(
        words
            .of("编号 %s　第 %d 版　%s", "No. %s, version %d: %s")
            .formatted(
                document.agreementNumber(), version.number(), words.status(version.status())));
    parties();
    goods();
    months();
    framework();
    price();
    qualities();
    protection();
    transfer();
    texts();
    changes();
    signatures();
    hash();
  }

  private void parties() throws IOException {
    sheet.heading(words.of("一、双方", "1. Parties"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(words.of("名称", "Name"), nameOf(content.seller()), nameOf(content.buyer())));
    rows.add(
        row(
            words.of("统一社会信用代码", "Credit code"),
            orDash(content.seller().uscc()),
            orDash(content.buyer().uscc())));
    rows.add(
        row(words.of("所在地", "District"), regionOf(content.seller()), regionOf(content.buyer())));
    rows.add(row(words.of("厂区", "Site"), siteOf(content.seller()), siteOf(content.buyer())));
    sheet.table(
        List.of("", words.party(Side.SELLER), words.party(Side.BUYER)), rows, List.of(1f, 2f, 2f));
  }

  private void goods() throws IOException {
    AgreementContent.Material material = content.material();
    sheet.heading(words.of("二、标的与数量", "2. Goods and quantity"));
    sheet.facts(
        List.of(
            fact("物料", "Material", words.of(material.nameZh(), material.nameEn())),
            fact(
                "类别与代码",
                "Class and code",
                material.classCode()
                    + (material.code() == null ? "" : " / " + material.code())
                    + (material.codeScheme() == null ? "" : " (" + material.codeScheme() + ")")),
            fact("挂牌", "Lot", content.lotTitle()),
            fact("协议量", "Quantity", words.tonnes(content.quantityKg())),
            fact("溢短装容差", "Tolerance", "± " + words.plain(content.tolerancePct()) + " %"),
            fact("交付期", "Delivery", content.deliverFrom() + " – " + content.deliverTo()),
            fact("计量方", "Governing scale", words.side(content.governingScale())),
            fact("化验方", "Governing assay", words.assay(content.governingAssay())),
            fact("成立时间", "Agreed", words.time(content.agreedAt())),
            fact("文本形成时间", "Text made", words.time(content.madeAt()))));
  }

  private void months() throws IOException {
    AgreementContent.MonthsBasis basis = content.monthsBasis();
    if (content.months().isEmpty() || basis == null) {
      return;
    }
    sheet.heading(words.of("分月数量", "Quantities by month"));
    List<String> headings = new ArrayList<>();
    List<Float> shares = new ArrayList<>();
    for (int i = 0; i < MONTHS_A_ROW; i++) {
      headings.add(words.of("月份", "Month"));
      headings.add(words.of("数量", "Quantity"));
      shares.addAll(List.of(1f, 1.2f));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < content.months().size(); i += MONTHS_A_ROW) {
      List<String> row = new ArrayList<>();
      for (int j = i; j < i + MONTHS_A_ROW; j++) {
        MonthQuantity month = j < content.months().size() ? content.months().get(j) : null;
        row.add(month == null ? "" : month.month());
        row.add(month == null ? "" : words.tonnes(month.quantityKg()));
      }
      rows.add(row);
    }
    sheet.table(headings, rows, shares);
    sheet.remark(words.monthsRemark(basis));
  }

  private void framework() throws IOException {
    Framework framework = content.framework();
    if (framework == null) {
      return;
    }
    sheet.heading(words.of("年度框架与按月提货", "Framework with monthly call-offs"));
    sheet.paragraph(words.framework(framework));
  }

  private void price() throws IOException {
    AgreementContent.Price price = content.price();
    sheet.heading(words.of("三、价格与运费", "3. Price and freight"));
    List<PdfSheet.Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            isIndexed(price) ? "参考单价" : "单价",
            isIndexed(price) ? "Indicative price" : "Price",
            words.price(price.yuanPerT()) + words.of("，", ", ") + words.tax(price.taxIncluded())));
    if (price.formula() != null) {
      facts.addAll(new FormulaPrint(words).facts(price.formula()));
    }
    if (price.from() != null) {
      facts.add(
          fact(
              "新价执行起始日",
              "New price from",
              price.from()
                  + words.of(
                      "（按计量方过磅日，此前的车次按前一版单价）",
                      " (by the governing weighing; earlier loads at the price of the version"
                          + " before)")));
    }
    facts.add(fact("价格条件", "Basis", words.basis(price.basis())));
    if (price.freightInvoice() != null) {
      facts.add(fact("运费开票", "Freight invoice", words.invoice(price.freightInvoice())));
    }
    facts.add(
        fact(
            "运输",
            "Transport",
            words.mode(price.haulMode())
                + words.of("，", ", ")
                + words.distance(price.distanceKm(), price.distanceSource())));
    facts.add(fact("参考运费", "Freight by the rates", words.perTonne(price.freightYuanPerT())));
    sheet.facts(facts);
  }

  private static boolean isIndexed(AgreementContent.Price price) {
    return price.formula() != null && price.formula().terms().index() != null;
  }

  private void qualities() throws IOException {
    if (content.adjustments().isEmpty()) {
      return;
    }
    sheet.heading(words.of("质量奖罚", "Premiums and penalties"));
    List<List<String>> rows = new ArrayList<>();
    for (AgreementContent.Adjustment moving : content.adjustments()) {
      String unit = words.unit(moving.unit());
      for (QualityAdjustment.Band band : moving.bands()) {
        rows.add(
            List.of(
                words.of(moving.nameZh(), moving.nameEn()),
                words.qualityBasis(moving.basis()),
                words.plain(moving.guaranteed()) + unit,
                (band.from() == null ? "…" : words.plain(band.from()))
                    + " – "
                    + (band.to() == null ? "…" : words.plain(band.to()))
                    + unit,
                words.plain(band.yuanPerTPerUnit())));
      }
    }
    sheet.table(
        List.of(
            words.of("指标", "Parameter"),
            words.of("基准", "Basis"),
            words.of("基准值", "Guaranteed"),
            words.of("区间", "Range"),
            words.of("每单位(元/吨)", "Per unit (CNY/t)")),
        rows,
        List.of(2f, 1f, 1.3f, 1.6f, 1.5f));
  }

  private void protection() throws IOException {
    AgreementContent.ReceiverVerification verified = content.receiverVerification();
    sheet.heading(
        words.of("四、污染防治要求（固废法第三十七条）", "4. Pollution control (Solid Waste Law, art. 37)"));
    sheet.paragraph(content.pollutionTerms());
    String standing =
        words
            .of("受托方核实：文本形成时平台核验状态为“%s”", "Verification of the receiver: %s when the text was made")
            .formatted(words.standing(verified.status()));
    String verification =
        verified.verifiedAt() == null
            ? ""
            : words
                .of("，由%s于 %s 核验", ", by %s, %s")
                .formatted(
                    words.named(
                        verified.verifiedBy(),
                        verified.verifiedByEn(),
                        verified.verifiedBy() == null
                            ? words.of("监管部门", "the authority")
                            : verified.verifiedBy()),
                    words.time(verified.verifiedAt()));
    sheet.remark(standing + verification + words.of("。", "."));
  }

  private void transfer() throws IOException {
    AgreementContent.Transfer transfer = content.transfer();
    sheet.heading(
        words.of("五、跨省转移（固废法第二十二条）", "5. Leaving the province (Solid Waste Law, art. 22)"));
    List<PdfSheet.Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            "转移",
            "From and to",
            words.named(transfer.originNameZh(), transfer.originNameEn(), transfer.originProvince())
                + " → "
                + words.named(
                    transfer.destinationNameZh(),
                    transfer.destinationNameEn(),
                    transfer.destinationProvince())
                + (transfer.crossesProvince()
                    ? words.of("（跨省，利用须备案）", " (leaves the province: filing needed for use)")
                    : words.of("（不跨省）", " (within the province)"))));
    if (transfer.crossesProvince() || transfer.filingReference() != null) {
      facts.add(
          fact(
              "转移备案编号",
              "Reference of the filing",
              transfer.filingReference() == null
                  ? words.of("本版未填写", "not stated in this version")
                  : transfer.filingReference()));
    }
    sheet.facts(facts);
  }

  private void texts() throws IOException {
    if (content.paymentTerms() != null) {
      sheet.heading(words.of("付款条件", "Terms of payment"));
      sheet.paragraph(content.paymentTerms());
    }
    if (content.conditions() != null) {
      sheet.heading(words.of("其他约定", "Further conditions"));
      sheet.paragraph(content.conditions());
    }
  }

  private void changes() throws IOException {
    if (version.changes().isEmpty()) {
      return;
    }
    sheet.heading(words.of("本版变更", "What this version changes"));
    if (version.note() != null) {
      sheet.paragraph(words.of("原因：", "Why: ") + version.note());
    }
    for (DocumentVersion.Change change : version.changes()) {
      if (change.field().equals(Changes.ADJUSTMENTS)) {
        sheet.paragraph(words.field(change.field()) + words.of("：以第三条所列为准", ": as listed under 3"));
        continue;
      }
      sheet.paragraph(
          words.field(change.field())
              + words
                  .of("：由“%s”改为“%s”", ": from “%s” to “%s”")
                  .formatted(
                      words.changed(change.field(), change.before()),
                      words.changed(change.field(), change.after())));
    }
  }

  private void signatures() throws IOException {
    sheet.heading(words.of("签署", "Signatures"));
    DocumentVersion.Paper paper =
        version.papers().stream()
            .filter(each -> each.status() == PaperStatus.CONFIRMED)
            .findFirst()
            .orElse(null);
    sheet.table(
        List.of(words.party(Side.SELLER), words.party(Side.BUYER)),
        List.of(
            List.of(nameOf(content.seller()), nameOf(content.buyer())),
            List.of(signature(Side.SELLER, paper), signature(Side.BUYER, paper))),
        List.of(1f, 1f));
    if (paper != null) {
      sheet.paragraph(
          words
              .of(
                  "已线下签署：合同编号 %s，签署日期 %s；由 %s 登记，%s 确认。",
                  "Signed outside of the exchange: contract %s, signed on %s; recorded by %s,"
                      + " confirmed by %s.")
              .formatted(
                  paper.externalNumber(),
                  paper.signedOn(),
                  paper.recordedBy(),
                  orDash(paper.answeredBy())));
    }
  }

  private String signature(Side side, DocumentVersion.@Nullable Paper paper) {
    return version.signatures().stream()
        .filter(each -> each.side() == side)
        .findFirst()
        .map(each ->
            words.of("在平台签署：", "Signed on the exchange: ")
                + each.memberName()
                + "\n"
                + words.time(each.signedAt()))
        .orElseGet(() ->
            paper == null
                ? words.of("签字盖章：", "Signature and seal: ")
                    + BLANK
                    + "\n\n"
                    + words.of("日期：", "Date: ")
                : words.of("已线下签署", "Signed outside of the exchange"));
  }

  private void hash() throws IOException {
    sheet.heading(words.of("文本指纹", "Fingerprint of the text"));
    sheet.paragraph("SHA-256  " + version.sha256());
    sheet.remark(
        words
            .of(
                "双方签署的是平台保存的本版原文（规范化 JSON，%d 字节），任何一方都可取回原文并重新计算上述指纹。本文件是其打印件。",
                "What both sides sign is the stored text of this version (canonical JSON, %d"
                    + " bytes). Either may fetch it and compute this fingerprint again. These pages"
                    + " are a print of it.")
            .formatted(version.sizeBytes()));
  }

  private static List<String> row(String name, String left, String right) {
    return List.of(name, left, right);
  }

  private PdfSheet.Fact fact(String zh, String en, String value) {
    return new PdfSheet.Fact(words.of(zh, en), value);
  }

  private String nameOf(AgreementContent.Party party) {
    return words.name(party.name(), party.nameEn());
  }

  private String siteOf(AgreementContent.Party party) {
    AgreementContent.Place site = party.site();
    return words.name(site.name(), site.nameEn())
        + "\n"
        + words.named(site.regionZh(), site.regionEn(), site.adcode());
  }

  private String regionOf(AgreementContent.Party party) {
    return words.named(party.regionZh(), party.regionEn(), party.adcode());
  }

  private static String orDash(@Nullable String text) {
    return text == null || text.isEmpty() ? "–" : text;
  }
}
