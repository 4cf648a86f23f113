package cn.wufei.exchange.bulk;

import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.attachment.FileKind;
import cn.wufei.exchange.attachment.ReceivedFile;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.notify.Notices;
import cn.wufei.exchange.stream.Plant;
import cn.wufei.exchange.testing.TestExchange;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// An import that is in the hands of a test from the beginning, and not of the exchange.
record InHand(ImportRow row, Id instance) {

  /// @param kind nothing for a workbook
  /// @param attempts how often it was taken up, this time included
  static InHand of(Plant plant, @Nullable String kind, boolean dryRun, byte[] file, int attempts) {
    Caller caller =
        new Caller(
            Id.parse(plant.trader().get("/me").text("memberId")),
            plant.organisation().id(),
            Role.TRADER);
    Id instance = Id.next();
    String name = kind == null ? "a.xlsx" : "a.csv";
    try (ReceivedFile received =
        Responses.valueOf(
            ReceivedFile.read(
                FileKind.Purpose.TABLE, name, new ByteArrayInputStream(file), file.length))) {
      return Responses.valueOf(
          bean(Writes.class)
              .apart(
                  false,
                  () ->
                      bean(StartImport.class)
                          .start(caller, kind, dryRun, received)
                          .map(begun -> taken(begun.id(), instance, attempts))));
    }
  }

  private static InHand taken(Id id, Id instance, int attempts) {
    bean(DSLContext.class)
        .execute(
            "update bulk_import set status = 'running', leased_by_id = ?, leased_until ="
                + " '2999-01-01', attempts = ? where id = ?",
            instance.value(),
            attempts,
            id.value());
    return new InHand(Objects.requireNonNull(bean(ImportStore.class).find(id)), instance);
  }

  /// Reads the file as the exchange does.
  void run(BooleanSupplier stopping) {
    bean(ImportRuns.class).run(row, instance, stopping);
  }

  /// Reads the file where it is of this kind alone.
  void runOf(ImportKind<?> kind) {
    new ImportRuns(
            bean(ImportStore.class),
            bean(LineStore.class),
            new ImportKinds(List.of(kind)),
            bean(RecordLine.class),
            bean(Headings.class),
            bean(SeeImports.class),
            bean(Attachments.class),
            bean(Organisations.class),
            bean(Writes.class),
            bean(AuditLog.class),
            bean(Notices.class),
            bean(Clock.class),
            bean(ImportCopies.class))
        .run(row, instance, () -> false);
  }

  /// Has the exchange take it up.
  void leave() {
    Responses.valueOf(
        bean(Writes.class)
            .apart(
                false,
                () ->
                    Outcome.done(
                        bean(DSLContext.class)
                            .execute(
                                "update bulk_import set leased_until = '2020-01-01' where id = ?",
                                row.id().value()))));
  }

  static <T> T bean(Class<T> type) {
    return TestExchange.get().bean(type);
  }
}
