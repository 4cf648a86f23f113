package cn.wufei.seeds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One fact of the half year, in the order in which it is told to the API. `key` names it for ever.
sealed interface Event {

  /// Chronological; on equal times what makes stock comes before what takes it away.
  Comparator<Event> ORDER =
      Comparator.comparing(Event::at).thenComparingInt(Event::rank).thenComparing(Event::key);

  String key();

  /// Where it stands in the telling; not always the time that it states.
  Instant at();

  int rank();

  /// What a producer enters about a stream. `generationYear` only with opening stock.
  record Entry(
      String key,
      Instant at,
      int rank,
      String stream,
      String kind,
      long kg,
      LocalDate on,
      @Nullable Integer generationYear,
      @Nullable String method,
      @Nullable String note,
      Market.@Nullable Related party)
      implements Event {}

  /// What was made of a stream. `output` is a stream too; `productsKg` follow the file's products.
  record Processed(
      String key,
      Instant at,
      String stream,
      long inputKg,
      String output,
      long outputKg,
      List<Long> productsKg,
      LocalDate on,
      String note)
      implements Event {

    public Processed {
      productsKg = List.copyOf(productsKg);
    }

    @Override
    public int rank() {
      return 2;
    }
  }

  record StockTake(
      String key,
      Instant at,
      String stream,
      long countedKg,
      LocalDate on,
      String method,
      String note)
      implements Event {
    @Override
    public int rank() {
      return 5;
    }
  }

  record Dispatch(
      String key,
      Instant at,
      String deal,
      String plate,
      String carrier,
      String manifest,
      String ticket,
      long grossKg,
      long tareKg)
      implements Event {
    long netKg() {
      return grossKg - tareKg;
    }

    @Override
    public int rank() {
      return 7;
    }
  }

  record Receipt(
      String key,
      Instant at,
      Dispatch load,
      String ticket,
      long grossKg,
      long tareKg,
      long rejectedKg,
      @Nullable BigDecimal moisturePct,
      long deductionKg,
      @Nullable String note)
      implements Event {
    long netKg() {
      return grossKg - tareKg;
    }

    long acceptedKg() {
      return netKg() - rejectedKg;
    }

    @Override
    public int rank() {
      return 8;
    }
  }

  record Refusal(String key, Instant at, Dispatch load, String reason) implements Event {
    @Override
    public int rank() {
      return 8;
    }
  }

  record UseReport(
      String key,
      Instant at,
      String site,
      String materialKey,
      YearMonth month,
      long consumedKg,
      long declaredClosingKg,
      String use,
      @Nullable String note)
      implements Event {
    @Override
    public int rank() {
      return 6;
    }
  }
}
