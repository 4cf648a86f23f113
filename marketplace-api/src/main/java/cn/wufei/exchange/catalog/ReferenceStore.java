package cn.wufei.exchange.catalog;

import static cn.wufei.exchange.db.Tables.CATALOG_DATASET;
import static cn.wufei.exchange.db.Tables.CATALOG_HEAD;
import static cn.wufei.exchange.db.Tables.CATALOG_ROW;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What was last loaded from the data files.
@Singleton
class ReferenceStore {

  private static final Id HEAD = Id.of(1);
  private static final Argument<Map<String, String>> FIELDS =
      Argument.mapOf(String.class, String.class);

  private final DSLContext sql;
  private final ObjectMapper json;

  ReferenceStore(DSLContext sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /// Holds the one row for which all who load wait.
  long lockHead() {
    return sql.select(CATALOG_HEAD.REVISION)
        .from(CATALOG_HEAD)
        .where(CATALOG_HEAD.ID.eq(HEAD))
        .forUpdate()
        .fetchSingle()
        .value1();
  }

  long revision() {
    return sql.select(CATALOG_HEAD.REVISION)
        .from(CATALOG_HEAD)
        .where(CATALOG_HEAD.ID.eq(HEAD))
        .fetchSingle()
        .value1();
  }

  void raiseRevision() {
    sql.update(CATALOG_HEAD)
        .set(CATALOG_HEAD.REVISION, CATALOG_HEAD.REVISION.plus(1))
        .where(CATALOG_HEAD.ID.eq(HEAD))
        .execute();
  }

  @Nullable String sha256(Dataset dataset) {
    return sql.select(CATALOG_DATASET.SHA256)
        .from(CATALOG_DATASET)
        .where(CATALOG_DATASET.NAME.eq(dataset.code()))
        .fetchOne(CATALOG_DATASET.SHA256);
  }

  void save(ReferenceFile file, Instant now) {
    saveDataset(file, now);
    String dataset = file.dataset().code();
    Map<String, String> there = new HashMap<>();
    sql.select(CATALOG_ROW.ROW_KEY, CATALOG_ROW.LINE, CATALOG_ROW.FIELDS, CATALOG_ROW.RETIRED_AT)
        .from(CATALOG_ROW)
        .where(CATALOG_ROW.DATASET.eq(dataset))
        .forEach(row ->
            there.put(
                row.value1(),
                row.value4() == null ? row.value2() + " " + row.value3() : "retired"));
    for (Row row : file.rows()) {
      String fields = textOf(row.fields());
      String earlier = there.remove(row.key());
      if (earlier == null) {
        sql.insertInto(CATALOG_ROW)
            .set(CATALOG_ROW.DATASET, dataset)
            .set(CATALOG_ROW.ROW_KEY, row.key())
            .set(CATALOG_ROW.LINE, row.line())
            .set(CATALOG_ROW.FIELDS, fields)
            .execute();
      } else if (!earlier.equals(row.line() + " " + fields)) {
        sql.update(CATALOG_ROW)
            .set(CATALOG_ROW.LINE, row.line())
            .set(CATALOG_ROW.FIELDS, fields)
            .setNull(CATALOG_ROW.RETIRED_AT)
            .where(CATALOG_ROW.DATASET.eq(dataset))
            .and(CATALOG_ROW.ROW_KEY.eq(row.key()))
            .execute();
      }
    }
    there.values().removeIf("retired"::equals);
    for (String vanished : there.keySet()) {
      sql.update(CATALOG_ROW)
          .set(CATALOG_ROW.RETIRED_AT, now)
          .where(CATALOG_ROW.DATASET.eq(dataset))
          .and(CATALOG_ROW.ROW_KEY.eq(vanished))
          .execute();
    }
  }

  private void saveDataset(ReferenceFile file, Instant now) {
    String name = file.dataset().code();
    boolean isNew = sha256(file.dataset()) == null;
    if (isNew) {
      sql.insertInto(CATALOG_DATASET)
          .set(CATALOG_DATASET.NAME, name)
          .set(CATALOG_DATASET.EDITION, file.edition())
          .set(CATALOG_DATASET.SOURCE, file.source())
          .set(CATALOG_DATASET.ROW_COUNT, file.rows().size())
          .set(CATALOG_DATASET.SHA256, file.sha256())
          .set(CATALOG_DATASET.LOADED_AT, now)
          .execute();
    } else {
      sql.update(CATALOG_DATASET)
          .set(CATALOG_DATASET.EDITION, file.edition())
          .set(CATALOG_DATASET.SOURCE, file.source())
          .set(CATALOG_DATASET.ROW_COUNT, file.rows().size())
          .set(CATALOG_DATASET.SHA256, file.sha256())
          .set(CATALOG_DATASET.LOADED_AT, now)
          .where(CATALOG_DATASET.NAME.eq(name))
          .execute();
    }
  }

  /// Everything in force, in the order of the files, with the revision it is of.
  CatalogData data() {
    long revision = revision();
    Map<String, CatalogData.DatasetState> states = new TreeMap<>();
    sql.selectFrom(CATALOG_DATASET)
        .forEach(row ->
            states.put(
                row.getName(),
                new CatalogData.DatasetState(
                    row.getName(),
                    row.getEdition(),
                    row.getSource(),
                    row.getRowCount(),
                    row.getSha256(),
                    row.getLoadedAt())));
    Map<String, Dataset> byName = new HashMap<>();
    for (Dataset dataset : Dataset.values()) {
      byName.put(dataset.code(), dataset);
    }
    Map<Dataset, List<Row>> current = new EnumMap<>(Dataset.class);
    List<Row> retiredMaterials = new ArrayList<>();
    sql.selectFrom(CATALOG_ROW)
        .orderBy(CATALOG_ROW.DATASET, CATALOG_ROW.LINE, CATALOG_ROW.ROW_KEY)
        .forEach(stored -> {
          Dataset dataset = byName.get(stored.getDataset());
          if (dataset == null) {
            return;
          }
          var row = new Row(dataset, stored.getLine(), fieldsOf(stored.getFields()));
          if (stored.getRetiredAt() == null) {
            current.computeIfAbsent(dataset, _ -> new ArrayList<>()).add(row);
          } else if (dataset == Dataset.MATERIALS) {
            retiredMaterials.add(row);
          }
        });
    return CatalogData.of(
        revision, states.values(), new CatalogData.Rows(current, retiredMaterials));
  }

  private String textOf(Map<String, String> fields) {
    try {
      return json.writeValueAsString(new TreeMap<>(fields));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> fieldsOf(String text) {
    try {
      Map<String, String> fields = json.readValue(text, FIELDS);
      return fields == null ? Map.of() : new LinkedHashMap<>(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
