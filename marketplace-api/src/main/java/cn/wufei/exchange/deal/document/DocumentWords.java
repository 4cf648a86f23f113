package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.csv.Language;
import cn.wufei.exchange.deal.Assay;
import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.price.IndexTerms;
import cn.wufei.exchange.price.Tonne;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words for what a version says in figures and codes: those of the page, so that both call a thing
/// by one name. Masses are shown in tonnes, times in China Standard Time.
record DocumentWords(Language language) {

  private static final int KG_DECIMALS = 3;
  private static final int FEN_DECIMALS = 2;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(LocalCalendar.ZONE);

  String of(String zh, String en) {
    return language.of(zh, en);
  }

  /// The name in the language, or the Chinese one.
  String name(String zh, @Nullable String en) {
    return language == Language.EN && en != null && !en.isBlank() ? en + " (" + zh + ")" : zh;
  }

  String named(@Nullable String zh, @Nullable String en, String otherwise) {
    String chosen = language == Language.EN ? en : zh;
    return chosen == null ? otherwise : chosen;
  }

  String tonnes(long kg) {
    BigDecimal tonnes = BigDecimal.valueOf(kg, KG_DECIMALS).stripTrailingZeros();
    return plain(tonnes) + of(" 吨", " t");
  }

  String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  String time(Instant instant) {
    return TIME.format(instant) + of("（北京时间）", " (CST)");
  }

  String side(Side side) {
    return side == Side.SELLER ? of("供应方", "Seller") : of("接收方", "Buyer");
  }

  /// As the contract names its parties.
  String party(Side side) {
    return (side == Side.SELLER ? of("甲方（%s）", "Party A (%s)") : of("乙方（%s）", "Party B (%s)"))
        .formatted(side(side).toLowerCase(Locale.ROOT));
  }

  String assay(Assay assay) {
    return switch (assay) {
      case SELLER -> side(Side.SELLER);
      case BUYER -> side(Side.BUYER);
      case THIRD_PARTY -> of("第三方", "Third party");
    };
  }

  String price(BigDecimal yuanPerT) {
    return perTonne(yuanPerT)
        + (yuanPerT.signum() < 0
            ? of("（价格为负：由供应方付给接收方）", " (negative: the seller pays the buyer)")
            : "");
  }

  /// To the fen.
  String perTonne(BigDecimal yuan) {
    return yuan.setScale(FEN_DECIMALS, RoundingMode.HALF_UP).toPlainString() + of(" 元/吨", " CNY/t");
  }

  /// How the price of a month comes from the index of that month.
  String formula(IndexTerms terms) {
    BigDecimal plus = terms.plusYuanPerT() == null ? BigDecimal.ZERO : terms.plusYuanPerT();
    String text =
        of("过磅当月指数 × ", "index of the month of weighing × ")
            + plain(terms.coefficient())
            + (plus.signum() < 0 ? " − " : " + ")
            + perTonne(plus.abs());
    if (terms.floorYuanPerT() != null) {
      text += of("，不低于 ", ", not below ") + perTonne(terms.floorYuanPerT());
    }
    if (terms.ceilingYuanPerT() != null) {
      text += of("，不高于 ", ", not above ") + perTonne(terms.ceilingYuanPerT());
    }
    return text;
  }

  String tonne(Tonne tonne) {
    return switch (tonne) {
      case WET -> of("湿吨（过磅重量）", "wet, as weighed");
      case DRY -> of("干吨（过磅重量扣除全部水分）", "dry: the mass as weighed without its water");
    };
  }

  String tax(boolean isIncluded) {
    return isIncluded ? of("含税", "Tax included") : of("不含税", "Tax not included");
  }

  String basis(PriceBasis basis) {
    return basis == PriceBasis.EX_WORKS ? of("出厂价", "Ex works") : of("到厂价", "Delivered");
  }

  String invoice(FreightInvoice invoice) {
    return switch (invoice) {
      case ONE_INVOICE ->
          of("一票制：卖方连货款带运费一起开票", "One invoice: the seller invoices goods and freight");
      case TWO_INVOICE ->
          of(
              "两票制：卖方开货款票，承运方开运费票",
              "Two invoices: the seller invoices the goods, the carrier the freight");
    };
  }

  String mode(FreightMode mode) {
    return switch (mode) {
      case ROAD -> of("公路", "Road");
      case RAIL -> of("铁路", "Rail");
      case WATER -> of("水路", "Water");
    };
  }

  String distance(BigDecimal km, DistanceSource source) {
    return plain(km)
        + " km"
        + (source == DistanceSource.ESTIMATED
            ? of("（估算）", " (estimated)")
            : of("（按路线）", " (routed)"));
  }

  /// Behind a value; some parameters have none.
  String unit(@Nullable String unit) {
    return unit == null || unit.equals("1") || unit.equals("none") ? "" : " " + unit;
  }

  /// Of an organisation, as the exchange has it.
  String standing(String status) {
    return switch (status) {
      case "pending" -> of("待核验", "pending");
      case "verified" -> of("已核验", "verified");
      case "suspended" -> of("已暂停", "suspended");
      case "rejected" -> of("未通过", "rejected");
      default -> status;
    };
  }

  String qualityBasis(String basis) {
    return switch (basis) {
      case "wet" -> of("湿基", "wet");
      case "dry" -> of("干基", "dry");
      case "as-received" -> of("收到基", "as received");
      default -> "–";
    };
  }

  String monthsRemark(AgreementContent.MonthsBasis basis) {
    return switch (basis) {
      case LOT -> of("按挂牌的分月量。", "By the months of the lot.");
      case AMENDED -> of("按变更约定的分月量。", "By the months that the amendment states.");
      case PRO_RATA ->
          of(
              "按挂牌中落在交货期内的各月，按比例分摊到协议量。",
              "By the months of the lot within the time of delivery, in proportion to the agreed"
                  + " quantity.");
    };
  }

  String framework(Framework framework) {
    return of(
            "协议量为交付期内的总量，接收方按月通知提货。每月的提货通知不迟于上月 %d 日发出；提货量在当月计划量"
                + "（未定分月量的，为各月均摊量）上下 %d%% 以内的，供应方在 %d 日内未答复即为同意；逾期发出或超出浮动"
                + "范围的，须供应方同意，%d 日内未答复即失效。发货以生效的提货通知为准，当月不超过提货量加溢短装容差；"
                + "超出部分照实记录并标明。",
            "The quantity is the total of the time of delivery, and the buyer calls it off month by"
                + " month. A month is called off no later than on day %d of the month before. A"
                + " call-off within %d %% of what is planned for the month (of an even share where no"
                + " months are planned) holds unless the seller answers within %d days; one that is"
                + " later or lies outside needs the seller's consent and lapses without it after %d"
                + " days. What leaves in a month leaves against a call-off that holds, up to what it"
                + " says plus the tolerance; what leaves beyond is recorded and marked.")
        .formatted(
            framework.callOffDay(),
            framework.flexibilityPct(),
            framework.answerDays(),
            framework.answerDays());
  }

  String status(DocumentStatus status) {
    return switch (status) {
      case PROPOSED -> of("待双方签署", "Not signed yet");
      case SIGNED_ONCE -> of("一方已签署", "Signed by one side");
      case SIGNED -> of("双方已签署", "Signed by both sides");
      case REFUSED -> of("变更被拒绝", "Amendment refused");
      case WITHDRAWN -> of("变更已撤回", "Amendment withdrawn");
      case LAPSED -> of("协议结束时未签署完毕", "Not signed when the agreement ended");
    };
  }

  /// @param field as the content names it
  String field(String field) {
    return switch (field) {
      case Changes.QUANTITY -> of("协议量", "Quantity");
      case Changes.MONTHS -> of("分月数量", "Quantities by month");
      case Changes.PRICE -> of("单价", "Price");
      case Changes.ADJUSTMENTS -> of("质量奖罚", "Premiums and penalties");
      case Changes.PRICE_FROM -> of("新价执行起始日", "New price from");
      case Changes.DELIVER_TO -> of("交付截止", "Deliver to");
      case Changes.TOLERANCE -> of("溢短装容差（%）", "Tolerance (%)");
      case Changes.POLLUTION_TERMS -> of("污染防治要求", "Pollution-control terms");
      case Changes.PAYMENT_TERMS -> of("付款条件", "Terms of payment");
      case Changes.FILING_REFERENCE -> of("转移备案编号", "Reference of the filing");
      default -> field;
    };
  }

  /// A value before or after a change, as the change tells it.
  String changed(String field, @Nullable String value) {
    if (value == null) {
      return "–";
    }
    return switch (field) {
      case Changes.QUANTITY -> tonnes(Long.parseLong(value));
      case Changes.PRICE -> price(new BigDecimal(value));
      case Changes.MONTHS ->
          value
              .lines()
              .map(line -> line.split(" "))
              .map(month -> month[0] + " " + tonnes(Long.parseLong(month[1])))
              .collect(Collectors.joining(of("，", ", ")));
      default -> value;
    };
  }
}
