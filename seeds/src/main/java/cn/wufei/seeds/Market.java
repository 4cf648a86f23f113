package cn.wufei.seeds;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the demo's participants make, offer, want and agree. Tonnes here are those of the file;
/// kilograms begin where the API does. Months are counted from the current one: -6 is half a year
/// ago, 2 the month after next.
record Market(
    List<Stream> streams,
    List<Lot> lots,
    List<Demand> demands,
    List<Deal> deals,
    List<Heap> heaps,
    List<Sampling> samplings) {

  Market {
    samplings = List.copyOf(samplings);
    streams = List.copyOf(streams);
    lots = List.copyOf(lots);
    demands = List.copyOf(demands);
    deals = List.copyOf(deals);
    heaps = List.copyOf(heaps);
  }

  Lot lot(String key) {
    return lots.stream().filter(lot -> lot.key().equals(key)).findFirst().orElseThrow();
  }

  Demand demand(String key) {
    return demands.stream().filter(demand -> demand.key().equals(key)).findFirst().orElseThrow();
  }

  Stream stream(String key) {
    return streams.stream().filter(stream -> stream.key().equals(key)).findFirst().orElseThrow();
  }

  Stream streamOf(Deal deal) {
    return stream(lot(deal.lot()).stream());
  }

  /// A waste stream and what its producer does with it month by month. One that is `madeBy` the
  /// processing of another is not generated; `monthlyT` is then what usually comes of it. With
  /// `runDownToT` the own use of the last whole month leaves just so much in the yard, so that the
  /// next truck carries away more than the books hold.
  record Stream(
      String key,
      String owner,
      String site,
      String materialKey,
      String classCode,
      String name,
      String process,
      long monthlyT,
      int variationPct,
      String method,
      int ownUsePct,
      @Nullable String ownUseNote,
      int ownDisposalPct,
      @Nullable String ownDisposalNote,
      @Nullable BigDecimal moisturePct,
      @Nullable Long runDownToT,
      @Nullable String madeBy,
      @Nullable Processing processing,
      @Nullable Related related,
      List<Opening> opening,
      List<Count> stockTakes) {

    Stream {
      opening = List.copyOf(opening);
      stockTakes = List.copyOf(stockTakes);
    }
  }

  /// What is made of a stream: shares of the month's generation that go in, and of that input that
  /// come out. What is missing to a hundred is lost.
  record Processing(
      int inputPct, String output, int outputPct, List<Product> products, String note) {

    Processing {
      products = List.copyOf(products);
    }
  }

  /// What is no waste any more.
  record Product(String name, int pct) {}

  /// A company of the same group: the share of the month's generation that it gets, and the share
  /// of that which it states to have used at once.
  record Related(int pct, int usedPct, String name, String uscc, String note) {}

  /// Stock that was there before the first record, made so many years before the half year began.
  record Opening(int yearsBack, long tonnes) {}

  /// A stock-take at the end of a month: what was counted, as its difference from the books.
  record Count(int monthsBack, long deltaT, String method, String note) {}

  record Range(
      String parameter, @Nullable BigDecimal min, @Nullable BigDecimal max, String basis) {}

  /// A quantity that falls to the months of a window, more to some and less to others as the
  /// profile of the reference data says.
  record Recurring(String profile, int fromMonth, int toMonth) {}

  record Lot(
      String key,
      String stream,
      String title,
      String description,
      String quantityKind,
      long quantityT,
      BigDecimal priceYuanPerT,
      boolean taxIncluded,
      @Nullable Delivery delivery,
      List<Range> qualities,
      @Nullable Recurring recurring) {

    Lot {
      qualities = List.copyOf(qualities);
    }
  }

  /// How often a laboratory looks at a stream, and for how long each of its reports holds. What it
  /// finds lies within what the stream's first lot states.
  record Sampling(
      String stream,
      String laboratory,
      String method,
      int fromMonth,
      int toMonth,
      int everyMonths,
      int validDays) {}

  /// Within how many kilometres a lot's price is delivered, and with whose freight invoice.
  record Delivery(int radiusKm, String freightInvoice) {}

  record Demand(
      String key,
      String owner,
      String site,
      List<String> materialKeys,
      String use,
      String title,
      long quantityT,
      BigDecimal maxDeliveredYuanPerT,
      int fromMonth,
      int toMonth,
      List<Range> ranges,
      @Nullable Recurring recurring) {

    Demand {
      materialKeys = List.copyOf(materialKeys);
      ranges = List.copyOf(ranges);
    }
  }

  /// How far an offer has come.
  enum Ending {
    @JsonProperty("open")
    OPEN(false),
    @JsonProperty("countered")
    COUNTERED(false),
    @JsonProperty("declined")
    DECLINED(false),
    @JsonProperty("accepted")
    ACCEPTED(true),
    @JsonProperty("countered-and-accepted")
    COUNTERED_AND_ACCEPTED(true),
    @JsonProperty("completed")
    COMPLETED(true),
    @JsonProperty("cancelled")
    CANCELLED(true);

    private final boolean agreed;

    Ending(boolean agreed) {
      this.agreed = agreed;
    }

    /// Whether an agreement came of it.
    boolean agreed() {
      return agreed;
    }
  }

  /// One offer on a lot for a demand, what became of it, and the trucks that ran under it.
  ///
  /// @param adjustments premiums and penalties as the interface takes them
  record Deal(
      String key,
      String lot,
      String demand,
      String proposedBy,
      Ending ending,
      long quantityT,
      BigDecimal priceYuanPerT,
      @Nullable BigDecimal counterPriceYuanPerT,
      String governingScale,
      String governingAssay,
      int fromMonth,
      int toMonth,
      int loadsPerMonth,
      @Nullable Integer lastLoadMonth,
      @Nullable BigDecimal moistureBasePct,
      @Nullable JsonNode adjustments,
      String message,
      @Nullable String counterMessage,
      @Nullable String cancellationReason,
      @Nullable List<Integer> inTransitHours,
      List<Incident> incidents) {

    Deal {
      inTransitHours = inTransitHours == null ? List.of() : List.copyOf(inTransitHours);
      incidents = List.copyOf(incidents);
    }

    /// The last month in which trucks ran or will have run up to now.
    int loadsThrough() {
      return Math.min(0, lastLoadMonth == null ? toMonth : lastLoadMonth);
    }

    boolean proposedByBuyer() {
      return proposedBy.equals("buyer");
    }

    List<Integer> underway() {
      return inTransitHours == null ? List.of() : inTransitHours;
    }
  }

  /// What went wrong with a load: the nth of its month, counted from 1.
  record Incident(Kind kind, int monthsBack, int load, @Nullable Long rejectedKg, String note) {

    enum Kind {
      @JsonProperty("lost-weight")
      LOST_WEIGHT,
      @JsonProperty("part-rejected")
      PART_REJECTED,
      @JsonProperty("refused")
      REFUSED
    }
  }

  /// A receiver's heap: the share of what lies there that it uses in a month, and how many months
  /// ago it last reported (1: last month).
  record Heap(
      String site,
      String materialKey,
      String use,
      int consumedPct,
      int reportedThrough,
      @Nullable Residual residual) {}

  /// A month whose declared closing stock differs from what the books say.
  record Residual(int monthsBack, long deltaT, String note) {}
}
