package cn.wufei.exchange.bulk;

import static cn.wufei.exchange.bulk.Sender.counts;
import static cn.wufei.exchange.bulk.Sender.csv;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.stream.Plant;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What a table says of a lot's conditions.
@DisplayNameGeneration(ReplaceUnderscores.class)
class LotConditionsImportIT {

  private final Plant plant = Plant.begin();
  private final Sender sender = new Sender(plant.trader());

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void a_lot_says_what_it_asks_of_orders_and_of_whoever_fetches_it() {
    plant.stream(Plant.SLAG, "钢渣");
    String head = "挂牌编号,固废流,标题,数量性质,数量（吨）,单价（元/吨）,含税,可供起,可供止";
    String line = "L-1,钢渣,转炉渣,确定,50,%s,是," + today() + "," + today().plusDays(30);
    JsonNode first =
        sender.ended(
            sender.send(
                "a.csv",
                "lots",
                false,
                csv(
                    head + ",起订量（吨）,允许流向,装车方式,装车时间\n",
                    line.formatted(20) + ",10.5,济南市、370300,自卸车散装、罐车,1-5 08:00-16:00")));
    String lot = "/lots/" + sender.lines(first, "created").getFirst().at("/subjectId").asText();

    JsonNode again =
        sender.ended(sender.send("b.csv", "lots", false, csv(head + "\n", line.formatted(15))));
    JsonNode wrong =
        sender.ended(
            sender.send(
                "c.csv",
                "lots",
                false,
                csv(
                    head + ",起订量（吨）,允许流向,装车方式,装车时间\n",
                    line.replace("L-1", "L-2").formatted(20) + ",60,山东省,罐车,1-5 08:00-16:00",
                    line.replace("L-1", "L-3").formatted(20) + ",1,月球,飞船,夜里")));

    assertThat(counts(again)).containsExactly(0, 1, 0, 0, 0);
    JsonNode kept = plant.reader().get(lot).expect(200).json();
    assertThat(kept.at("/priceYuanPerT").decimalValue()).isEqualByComparingTo("15");
    assertThat(kept.at("/minimumKg").asLong()).isEqualTo(10_500);
    assertThat(kept.at("/destinations").toString()).isEqualTo("[\"370100\",\"370300\"]");
    assertThat(kept.at("/loadingModes").toString()).isEqualTo("[\"bulk-tipper\",\"tanker\"]");
    assertThat(kept.at("/loadingHours/days")).hasSize(5);
    assertThat(kept.at("/loadingHours/to").asText()).isEqualTo("16:00");
    assertThat(sender.faults(wrong))
        .containsExactly(
            "2 minimumT minimum-above-quantity",
            "3 destinations region-unknown",
            "3 loadingModes not-a-choice",
            "3 loadingHours not-loading-hours");
  }
}
