package cn.wufei.exchange.metrics;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The funnel from listed to used tonnes, and the items each stage is made of. Each stage counts
/// what happened in the period, so a later stage can hold more than an earlier one: loads of this
/// month may answer lots of the last.
@Singleton
@Connectable
class FunnelViews {

  private final DSLContext sql;
  private final Organisations organisations;

  FunnelViews(DSLContext sql, Organisations organisations) {
    this.sql = sql;
    this.organisations = organisations;
  }

  Funnel of(MetricsScope scope) {
    Map<FunnelStage, StageSum> sums = new EnumMap<>(FunnelStage.class);
    Map<YearMonth, Map<FunnelStage, Long>> months = new TreeMap<>();
    Map<String, Map<FunnelStage, Long>> materials = new TreeMap<>();
    for (YearMonth month = scope.from(); !month.isAfter(scope.to()); month = month.plusMonths(1)) {
      months.put(month, new EnumMap<>(FunnelStage.class));
    }
    for (FunnelStage stage : FunnelStage.values()) {
      for (Cell cell : cells(stage, scope)) {
        sums.merge(stage, new StageSum(cell.kg(), cell.count()), StageSum::plus);
        add(
            months.computeIfAbsent(cell.month(), _ -> new EnumMap<>(FunnelStage.class)),
            stage,
            cell);
        add(
            materials.computeIfAbsent(cell.material(), _ -> new EnumMap<>(FunnelStage.class)),
            stage,
            cell);
      }
    }
    return new Funnel(
        scope.from().toString(),
        scope.to().toString(),
        Arrays.stream(FunnelStage.values())
            .map(stage -> {
              StageSum sum = sums.getOrDefault(stage, StageSum.NOTHING);
              return new Stage(stage.code(), sum.kg(), sum.count());
            })
            .toList(),
        months.entrySet().stream()
            .map(month -> FunnelMonth.of(month.getKey().toString(), month.getValue()))
            .toList(),
        materials.entrySet().stream()
            .map(material -> FunnelMaterial.of(material.getKey(), material.getValue()))
            .toList());
  }

  ItemList items(FunnelStage stage, MetricsScope scope, @Nullable Id before, int limit) {
    Table<? extends Record> table = StageTables.of(stage, scope);
    List<Record> rows = new ArrayList<>();
    sql.select(
            StageTables.ID,
            StageTables.NUMBER,
            StageTables.TITLE,
            StageTables.MATERIAL,
            StageTables.KG,
            StageTables.DAY,
            StageTables.SELLER,
            StageTables.BUYER,
            StageTables.LOT,
            StageTables.DEMAND)
        .from(table)
        .where(before == null ? DSL.trueCondition() : StageTables.ID.lt(before))
        .orderBy(StageTables.ID.desc())
        .limit(limit + 1)
        .forEach(rows::add);
    Page<Record> page = Page.ofSurplus(rows, limit, row -> row.get(StageTables.ID).toString());
    Map<Id, OrganisationRef> names =
        organisations.findAll(
            page.items().stream()
                .flatMap(row -> Stream.of(row.get(StageTables.SELLER), row.get(StageTables.BUYER)))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return new ItemList(
        page.items().stream().map(row -> item(row, stage, names)).toList(), page.next());
  }

  private List<Cell> cells(FunnelStage stage, MetricsScope scope) {
    var month = DSL.left(StageTables.DAY, 7);
    return sql.select(month, StageTables.MATERIAL, DSL.sum(StageTables.KG), DSL.count())
        .from(StageTables.of(stage, scope))
        .groupBy(month, StageTables.MATERIAL)
        .fetch(row ->
            new Cell(
                YearMonth.parse(row.value1()),
                row.value2(),
                row.value3().longValueExact(),
                row.value4()));
  }

  private static void add(Map<FunnelStage, Long> sums, FunnelStage stage, Cell cell) {
    sums.merge(stage, cell.kg(), Math::addExact);
  }

  private static Item item(Record row, FunnelStage stage, Map<Id, OrganisationRef> names) {
    BigDecimal kg = row.get(StageTables.KG);
    Id seller = row.get(StageTables.SELLER);
    Id buyer = row.get(StageTables.BUYER);
    return new Item(
        row.get(StageTables.ID),
        switch (stage) {
          case LISTED, MATCHED -> "lot";
          case CONTRACTED -> "agreement";
          case MOVED -> "load";
          case USED -> "use";
        },
        row.get(StageTables.NUMBER),
        row.get(StageTables.TITLE),
        row.get(StageTables.MATERIAL),
        kg.longValueExact(),
        LocalDate.parse(row.get(StageTables.DAY)),
        names.get(seller),
        buyer == null ? null : names.get(buyer),
        row.get(StageTables.LOT),
        row.get(StageTables.DEMAND));
  }

  private record Cell(YearMonth month, String material, long kg, int count) {}

  private record StageSum(long kg, long count) {
    static final StageSum NOTHING = new StageSum(0, 0);

    StageSum plus(StageSum other) {
      return new StageSum(Math.addExact(kg, other.kg), count + other.count);
    }
  }

  @Serdeable
  @Schema(name = "Funnel")
  record Funnel(
      String from,
      String to,
      List<Stage> stages,
      List<FunnelMonth> months,
      List<FunnelMaterial> materials) {}

  @Serdeable
  @Schema(name = "FunnelStageSum")
  record Stage(String stage, long kg, long count) {}

  @Serdeable
  @Schema(name = "FunnelMonth")
  record FunnelMonth(
      String month, long listedKg, long matchedKg, long contractedKg, long movedKg, long usedKg) {

    static FunnelMonth of(String month, Map<FunnelStage, Long> sums) {
      return new FunnelMonth(
          month,
          sums.getOrDefault(FunnelStage.LISTED, 0L),
          sums.getOrDefault(FunnelStage.MATCHED, 0L),
          sums.getOrDefault(FunnelStage.CONTRACTED, 0L),
          sums.getOrDefault(FunnelStage.MOVED, 0L),
          sums.getOrDefault(FunnelStage.USED, 0L));
    }
  }

  @Serdeable
  @Schema(name = "FunnelMaterial")
  record FunnelMaterial(
      String materialKey,
      long listedKg,
      long matchedKg,
      long contractedKg,
      long movedKg,
      long usedKg) {

    static FunnelMaterial of(String materialKey, Map<FunnelStage, Long> sums) {
      return new FunnelMaterial(
          materialKey,
          sums.getOrDefault(FunnelStage.LISTED, 0L),
          sums.getOrDefault(FunnelStage.MATCHED, 0L),
          sums.getOrDefault(FunnelStage.CONTRACTED, 0L),
          sums.getOrDefault(FunnelStage.MOVED, 0L),
          sums.getOrDefault(FunnelStage.USED, 0L));
    }
  }

  @Serdeable
  @Schema(name = "FunnelItem")
  record Item(
      Id id,
      String kind,
      @Nullable String number,
      @Nullable String title,
      String materialKey,
      long kg,
      LocalDate on,
      @Nullable OrganisationRef seller,
      @Nullable OrganisationRef buyer,
      @Nullable Id lotId,
      @Nullable Id demandId) {}

  @Serdeable
  @Schema(name = "FunnelItemList")
  record ItemList(List<Item> items, @Nullable String next) {}
}
