package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.deal.Assay;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.price.QualityAdjustment;
import cn.wufei.exchange.schedule.MonthQuantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A content that has something of everything.
final class Contents {

  static final Instant AT = Instant.parse("2027-02-03T04:05:06Z");

  private Contents() {}

  static AgreementContent of(String pollutionTerms) {
    return new AgreementContent(
        AgreementContent.FORMAT,
        Id.of(1),
        "A2027-000001",
        1,
        null,
        AT,
        AT,
        Id.of(2),
        party("淄博钢铁厂", "91370300MA3T00001X"),
        party("济南水泥厂", "91370300MA3T00002Y"),
        new AgreementContent.ReceiverVerification("verified", AT, "钢城区工信局", null),
        new AgreementContent.Material(
            "granulated-bf-slag", "粒化高炉矿渣", "Granulated slag", "SW01", null, null),
        Id.of(3),
        "1号高炉水渣",
        Id.of(4),
        1_000_000,
        BigDecimal.valueOf(5),
        List.of(new MonthQuantity("2027-03", 400_000L), new MonthQuantity("2027-04", 600_000L)),
        AgreementContent.MonthsBasis.LOT,
        new AgreementContent.Price(
            new BigDecimal("-12.50"),
            true,
            PriceBasis.DELIVERED,
            FreightInvoice.TWO_INVOICE,
            new BigDecimal("31.20"),
            FreightMode.ROAD,
            new BigDecimal("104.0"),
            DistanceSource.ESTIMATED,
            null,
            null),
        List.of(
            new AgreementContent.Adjustment(
                "moisture",
                "水分",
                "Moisture",
                "%",
                "wet",
                BigDecimal.TEN,
                List.of(new QualityAdjustment.Band(BigDecimal.TEN, null, new BigDecimal("-2.5"))))),
        Side.BUYER,
        Assay.THIRD_PARTY,
        LocalDate.parse("2027-03-01"),
        LocalDate.parse("2027-04-30"),
        null,
        pollutionTerms,
        "每车过磅。",
        "月结，次月十日前付清。",
        new AgreementContent.Transfer("37", "山东省", "Shandong", "32", "江苏省", "Jiangsu", true, null));
  }

  private static AgreementContent.Party party(String name, String uscc) {
    return new AgreementContent.Party(
        Id.of(5),
        name,
        null,
        uscc,
        "370300",
        "淄博市",
        "Zibo",
        new AgreementContent.Place(Id.of(6), name + "料场", null, "370300", "淄博市", "Zibo"));
  }
}
