package cn.wufei.bench;

import cn.wufei.bench.judge.ReferenceData;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.seeds.region.Region.Lot;
import cn.wufei.seeds.region.Region.Site;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The match of one lot as one SQL statement on the exchange's own tables, with the composite
/// indexes that it wants: all constraints of `docs/matching.md`, distance and freight by road in
/// SQL, the best 50 by what is left between limit and delivered price. It neither scores nor
/// explains, finds no near misses and writes nothing.
final class SqlMatch implements AutoCloseable {

  private static final List<String> INDEXES =
      List.of(
          "create index ix_bench_material on demand_material (material_key, demand_id)",
          "create index ix_bench_open on demand_demand (status, max_delivered_yuan_per_t,"
              + " needed_to, needed_from, organisation_id, site_id, use_key)",
          "create index ix_bench_range on demand_range (demand_id, parameter_key, basis, minimum,"
              + " maximum)");

  private final Connection connection;
  private final ReferenceData reference;
  private final LocalDate today;
  private final String statement;

  SqlMatch(Connection connection, ReferenceData reference, LocalDate today) throws SQLException {
    this.connection = connection;
    this.reference = reference;
    this.today = today;
    this.statement = text(freight(reference));
    try (Statement making = connection.createStatement()) {
      for (String index : INDEXES) {
        making.execute(index);
      }
      making.execute(
          "analyze table demand_demand, demand_material, demand_range, identity_site,"
              + " identity_organisation");
    }
  }

  private static String text(String freight) {
    return """
    with way as (
      select id, round(2 * 6371.0088 * asin(sqrt(
          power(sin(radians(latitude - ?) / 2), 2)
          + cos(radians(latitude)) * cos(radians(?)) * power(sin(radians(longitude - ?) / 2), 2)))
        * 1.3, 1) as km
      from identity_site),
    priced as (select id, round(%s, 2) as freight from way)
    select d.id, d.max_delivered_yuan_per_t - ? - p.freight as margin
    from demand_material m
    join demand_demand d on d.id = m.demand_id
    join identity_organisation o on o.id = d.organisation_id
    join priced p on p.id = d.site_id
    where m.material_key = ?
      and d.status = 'published' and o.status = 'verified' and d.organisation_id <> ?
      and not find_in_set(d.use_key, ?)
      and d.max_delivered_yuan_per_t >= ? + p.freight
      and d.needed_to >= ? and d.needed_from <= ?
      and not exists (
        select 1 from demand_range r
        left join listing_lot_quality q
          on q.lot_id = ? and q.parameter_key = r.parameter_key and q.basis = r.basis
        where r.demand_id = d.id
          and (q.lot_id is null or q.minimum < r.minimum or q.maximum > r.maximum))
    order by margin desc, d.id
    limit 50
    """
        .formatted(freight);
  }

  /// By road: the greatest over the bands that begin at or below the distance.
  private static String freight(ReferenceData reference) {
    return reference.rates().stream()
        .filter(rate -> rate.mode().equals("road") && rate.fromT() == 0)
        .map(rate ->
            String.format(
                Locale.ROOT,
                "if(km >= %s, greatest(%s * least(km, %s), %s) + %s, 0)",
                rate.fromKm(),
                rate.yuanPerTKm(),
                Double.isInfinite(rate.toKm()) ? "1e9" : Double.toString(rate.toKm()),
                rate.floorYuanPerT(),
                rate.handlingYuanPerT()))
        .collect(Collectors.joining(", ", "greatest(", ", 0)"));
  }

  /// The ids of the best demands, the best first.
  List<Id> best(Id lotId, Id organisation, Lot lot, Site from) {
    String forbidden =
        reference.forbidden().stream()
            .filter(pair -> pair.startsWith(lot.materialKey() + " "))
            .map(pair -> pair.substring(lot.materialKey().length() + 1))
            .collect(Collectors.joining(","));
    LocalDate first = today.plusDays(Math.max(0, lot.fromDay()));
    try (PreparedStatement asking = connection.prepareStatement(statement)) {
      asking.setBigDecimal(1, from.latitude());
      asking.setBigDecimal(2, from.latitude());
      asking.setBigDecimal(3, from.longitude());
      asking.setBigDecimal(4, lot.priceYuanPerT());
      asking.setString(5, lot.materialKey());
      asking.setLong(6, organisation.value());
      asking.setString(7, forbidden);
      asking.setBigDecimal(8, lot.priceYuanPerT());
      asking.setDate(9, Date.valueOf(first));
      asking.setDate(10, Date.valueOf(today.plusDays(lot.toDay())));
      asking.setLong(11, lotId.value());
      try (ResultSet rows = asking.executeQuery()) {
        List<Id> best = new ArrayList<>();
        while (rows.next()) {
          best.add(Id.of(rows.getLong(1)));
        }
        return best;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
