package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.AgreementDocuments;
import cn.wufei.exchange.deal.AgreementStatus;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes down the first version of an agreement when it is made, and ends what waits for
/// signatures when the agreement ends.
@Singleton
class WriteDocuments implements AgreementDocuments {

  private final ComposeContent compose;
  private final DocumentStore store;
  private final AuditLog audit;
  private final Clock clock;

  WriteDocuments(ComposeContent compose, DocumentStore store, AuditLog audit, Clock clock) {
    this.compose = compose;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void made(Caller caller, Agreement agreement) {
    write(caller, agreement);
  }

  @Override
  public void ended(Agreement agreement) {
    DocumentRow open = store.findOpen(agreement.id());
    if (open != null
        && DocumentProcess.of(open.process())
                .after(open.status(), DocumentAct.LAPSE, DocumentProcess.Actor.AGREEMENT)
            instanceof Outcome.Done<DocumentStatus>(DocumentStatus after)) {
      store.update(open.next(after, now(), null));
    }
  }

  /// Writes down an agreement that was made before there were documents; whoever calls holds it.
  /// One that has ended already is written down all the same, for the record.
  boolean writeMissing(Agreement agreement) {
    if (store.find(agreement.id(), 1) != null) {
      return false;
    }
    write(null, agreement);
    return true;
  }

  private void write(@Nullable Caller caller, Agreement agreement) {
    Instant now = now();
    WrittenContent content =
        compose.written(compose.first(agreement, store.conditionsOf(agreement.offerId()), now));
    DocumentRow first = DocumentRow.made(agreement.id(), 1, null, now);
    store.insert(
        agreement.status() == AgreementStatus.ACTIVE
            ? first
            : first.next(DocumentStatus.LAPSED, now, null),
        content);
    Map<String, Object> facts = Map.of("version", 1, "sha256", content.sha256());
    if (caller == null) {
      audit.recordAnonymous("agreement-written", "agreement", agreement.id(), facts);
    } else {
      audit.record(caller, "agreement-written", "agreement", agreement.id(), facts);
    }
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }
}
