package cn.wufei.exchange.audit;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.DelegatedActs;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Appends audit records. The law asks that records stay traceable for five years; nothing here can
/// change one.
@Singleton
public class AuditLog {

  private final AuditRecordRepository records;
  private final AuditStore store;
  private final ObjectMapper json;
  private final Clock clock;

  AuditLog(AuditRecordRepository records, AuditStore store, ObjectMapper json, Clock clock) {
    this.records = records;
    this.store = store;
    this.json = json;
    this.clock = clock;
  }

  /// Records that the caller did `action` (a kebab-case verb phrase such as `lot-published`) to a
  /// thing. Must run in the transaction of the act. Where the caller acts for another firm, the
  /// record says for whom, and of which firm the caller is.
  public void record(
      Caller caller, String action, String subjectType, Id subjectId, Map<String, ?> facts) {
    records.save(row(new Act(caller, action, subjectType, subjectId, facts), Instant.now(clock)));
  }

  /// Records many acts with one statement.
  public void recordAll(List<Act> acts) {
    Instant now = Instant.now(clock);
    store.insertAll(acts.stream().map(act -> row(act, now)).toList());
  }

  /// Records an act for which nobody had signed in, such as a sign-up or a refused sign-in.
  public void recordAnonymous(
      String action, String subjectType, Id subjectId, Map<String, ?> facts) {
    records.save(
        new AuditRecord(
            Id.next(),
            Instant.now(clock),
            null,
            null,
            action,
            subjectType,
            subjectId,
            textOf(facts),
            null,
            null));
  }

  /// When something was last done to a thing and for whom, where it is recorded.
  public @Nullable Done lastOf(String action, Id subjectId) {
    return store.lastOf(action, subjectId);
  }

  /// @param organisationId for whom it was done; nothing where nobody had signed in
  public record Done(Instant at, @Nullable Id organisationId) {}

  /// What was done under delegations, newest first: for an organisation by others, or by the
  /// members of a firm for others, or by the one for the other. One of the two is named.
  public List<Delegated> delegated(
      @Nullable Id organisation, @Nullable Id delegate, @Nullable Id before, int limit) {
    return store.delegated(organisation, delegate, before, limit);
  }

  /// @param organisationId for whom it was done
  /// @param delegateId the firm of the member
  public record Delegated(
      Id id,
      Instant at,
      Id memberId,
      Id organisationId,
      Id delegateId,
      Id delegationId,
      String action,
      String subjectType,
      Id subjectId) {}

  private AuditRecord row(Act act, Instant now) {
    Caller caller = act.caller();
    DelegatedActs.note(caller, act.action(), act.subjectType(), act.subjectId());
    Caller.Delegate delegate = caller.delegate();
    return new AuditRecord(
        Id.next(),
        now,
        caller.memberId(),
        caller.organisationId(),
        act.action(),
        act.subjectType(),
        act.subjectId(),
        textOf(act.facts()),
        delegate == null ? null : delegate.organisationId(),
        delegate == null ? null : delegate.delegationId());
  }

  /// What a caller did; as [#record] takes it.
  public record Act(
      Caller caller, String action, String subjectType, Id subjectId, Map<String, ?> facts) {}

  private String textOf(Map<String, ?> facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
