package cn.wufei.exchange.export;

import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.Language;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.Seals;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes all tables of a firm into an archive, and what is to be known of them.
@Singleton
class FillArchive {

  private static final Logger LOG = LoggerFactory.getLogger(FillArchive.class);

  private final ExportTables tables;
  private final Organisations organisations;
  private final Seals seals;
  private final ObjectMapper json;
  private final Clock clock;

  FillArchive(
      ExportTables tables,
      Organisations organisations,
      Seals seals,
      ObjectMapper json,
      Clock clock) {
    this.tables = tables;
    this.organisations = organisations;
    this.seals = seals;
    this.json = json;
    this.clock = clock;
  }

  /// Who reads, for which language, and when.
  ///
  /// @param at the moment of the snapshot, by which rows that depend on the day are told
  record Reading(Caller caller, Language language, Instant at) {}

  /// Reads by the transaction at hand. The last block is the first that is asked for, by which the
  /// snapshot is taken; only then it is known when that was.
  Manifest fill(Archive archive, Caller caller, Language language) {
    Manifest.LastBlock block = lastBlock();
    Reading reading = new Reading(caller, language, Instant.now(clock));
    List<Manifest.TableFile> files = new ArrayList<>();
    for (ExportTable<?> table : tables.all()) {
      files.add(file(table, archive, reading));
    }
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            time(reading.at()),
            language.code(),
            firm(caller),
            caller.memberId(),
            block,
            files,
            checks(files));
    add(archive, "manifest.json", jsonOf(manifest));
    add(archive, "README.txt", ReadMe.of(manifest).getBytes(StandardCharsets.UTF_8));
    archive.finish();
    return manifest;
  }

  private static <R> Manifest.TableFile file(
      ExportTable<R> table, Archive archive, Reading reading) {
    String name = table.title().key() + ".csv";
    TableWriter.Written written = TableWriter.write(table, reading, archive, name);
    List<Manifest.Heading> headings =
        table.columns().stream()
            .map(column ->
                new Manifest.Heading(
                    column.key(), column.heading(reading.language()), column.type().code()))
            .toList();
    return Manifest.TableFile.of(
        name, table.title().key(), table.title().name(), written, headings);
  }

  /// What does not agree is said in the archive, and is a fault of ours.
  private List<Manifest.Check> checks(List<Manifest.TableFile> files) {
    Map<String, Manifest.TableFile> byTable = new HashMap<>();
    files.forEach(file -> byTable.put(file.table(), file));
    List<Manifest.Check> checks = new ArrayList<>();
    for (ExportTable<?> table : tables.all()) {
      for (ExportTable.EqualSums equal : table.equalSums()) {
        Manifest.TableFile one = Objects.requireNonNull(byTable.get(table.title().key()));
        Manifest.TableFile other = Objects.requireNonNull(byTable.get(equal.otherTable()));
        BigDecimal sum = Objects.requireNonNull(one.sums().get(equal.column()));
        BigDecimal otherSum = Objects.requireNonNull(other.sums().get(equal.otherColumn()));
        Manifest.Check check =
            new Manifest.Check(
                one.file(),
                equal.column(),
                sum,
                other.file(),
                equal.otherColumn(),
                otherSum,
                sum.compareTo(otherSum) == 0);
        if (!check.equal()) {
          LOG.error("Sums of an export do not agree: {}", check);
        }
        checks.add(check);
      }
    }
    return checks;
  }

  private Manifest.@Nullable LastBlock lastBlock() {
    Seals.Sealed head = seals.head();
    return head == null
        ? null
        : new Manifest.LastBlock(
            head.header().number(),
            HexFormat.of().formatHex(head.hash()),
            time(head.header().recordedAt()),
            head.header().lastPosting());
  }

  private Manifest.Firm firm(Caller caller) {
    OrganisationRef own = Objects.requireNonNull(organisations.find(caller.organisationId()));
    return new Manifest.Firm(own.id(), own.name(), organisations.creditCodeOf(own.id()));
  }

  private static String time(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(LocalCalendar.ZONE));
  }

  private byte[] jsonOf(Manifest manifest) {
    try {
      return json.writeValueAsBytes(manifest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Archive archive, String name, byte[] content) {
    try (OutputStream file = archive.begin(name)) {
      file.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
