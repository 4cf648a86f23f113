package cn.wufei.exchange.approval;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells the firm what became of a request. Runs in the transaction of the step.
@Singleton
class ApprovalNotices {

  private final Organisations organisations;
  private final Notices notices;

  ApprovalNotices(Organisations organisations, Notices notices) {
    this.organisations = organisations;
    this.notices = notices;
  }

  void asked(ApprovalRow row) {
    send("approval-asked", row, Map.of("member", nameOf(row, row.askerId())));
  }

  void approved(ApprovalRow row, Id by) {
    send("approval-given", row, Map.of("member", nameOf(row, by)));
  }

  void refused(ApprovalRow row, Id by, String reason) {
    send("approval-refused", row, Map.of("member", nameOf(row, by), "reason", reason));
  }

  void overtaken(ApprovalRow row, OvertakenBy cause) {
    send(
        "approval-overtaken",
        row,
        Map.of("member", nameOf(row, row.askerId()), "overtakenBy", cause.code()));
  }

  private void send(String kind, ApprovalRow row, Map<String, Object> more) {
    Map<String, Object> facts = new LinkedHashMap<>(more);
    facts.put("title", row.asked().title());
    facts.put("act", row.asked().kind().code());
    facts.put("quantityKg", row.asked().quantityKg());
    facts.put("priceYuanPerT", row.asked().priceYuanPerT());
    notices.send(
        List.of(
            new NewNotice(
                row.organisationId(),
                kind,
                "approval:" + row.id(),
                Map.of("approval", row.id()),
                facts)));
  }

  private String nameOf(ApprovalRow row, Id member) {
    return organisations.actorNames(List.of(member), row.organisationId()).getOrDefault(member, "");
  }
}
