package cn.wufei.exchange.delegation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which scope a route needs where it is called for another firm. What is not named here cannot be
/// called so: a route that is new is the firm's own until somebody decides otherwise. A longer
/// beginning of a path goes before a shorter one.
final class DelegatedRoutes {

  private static final String API = "/api/v1";

  /// Reads; `partners` are lists that decide about trade and that readers do not see either.
  private static final Map<String, DelegationScope> READS = reads();

  private static final Map<String, DelegationScope> WRITES = writes();

  /// For administrators, below what is delegable.
  private static final Set<String> NEVER =
      Set.of("/partners/firms", "/lot-drafts/{id}/return", "/lot-drafts/{id}/publication");

  private DelegatedRoutes() {}

  /// @param template of the path, without what stands in the query: `/api/v1/lots/{id}`
  static @Nullable DelegationScope needed(String method, String template) {
    if (!template.startsWith(API)) {
      return null;
    }
    String path = template.substring(API.length());
    if (NEVER.contains(path)) {
      return null;
    }
    return method.equals("GET") || method.equals("HEAD")
        ? longest(READS, path)
        : longest(WRITES, path);
  }

  private static @Nullable DelegationScope longest(
      Map<String, DelegationScope> rules, String path) {
    for (String part = path; !part.isEmpty(); part = part.substring(0, part.lastIndexOf('/'))) {
      DelegationScope scope = rules.get(part);
      if (scope != null) {
        return scope;
      }
    }
    return null;
  }

  private static Map<String, DelegationScope> reads() {
    Map<String, DelegationScope> rules = new HashMap<>();
    put(
        rules,
        DelegationScope.READ,
        "/lots",
        "/lot-drafts",
        "/policy",
        "/approvals",
        "/demands",
        "/offers",
        "/samples",
        "/tenders",
        "/agreements",
        "/loads",
        "/corrections",
        "/organisations/{id}",
        "/organisations/{organisationId}/months",
        "/heaps",
        "/use-reports",
        "/assays",
        "/statements",
        "/settlement",
        "/payments",
        "/deposits",
        "/invoices",
        "/streams",
        "/price-indices",
        "/quality-reports",
        "/processings",
        "/stockpiles",
        "/sites",
        "/catalog",
        "/search",
        "/saved-searches",
        "/standing-matches",
        "/dismissals",
        "/work",
        "/notices",
        "/metrics",
        "/ledger",
        "/status");
    put(rules, DelegationScope.TRADE, "/partners");
    return rules;
  }

  private static Map<String, DelegationScope> writes() {
    Map<String, DelegationScope> rules = new HashMap<>();
    put(
        rules,
        DelegationScope.READ,
        "/price-examples",
        "/notices",
        "/catalog/screening",
        "/approvals/question");
    put(
        rules,
        DelegationScope.TRADE,
        "/lots",
        "/lot-drafts",
        "/demands",
        "/offers",
        "/samples",
        "/tenders",
        "/agreements/{id}/cancellation",
        "/agreements/{id}/completion",
        "/agreements/{id}/call-offs",
        "/approvals/{id}/withdrawal",
        "/standing-matches",
        "/dismissals");
    put(rules, DelegationScope.GATE, "/loads");
    put(
        rules,
        DelegationScope.SETTLEMENT,
        "/tenders/{id}/deposits",
        "/assays",
        "/statements",
        "/payments",
        "/deposits",
        "/invoices",
        "/agreements/{id}/pickup-limit");
    put(
        rules,
        DelegationScope.RECORDS,
        "/streams",
        "/processings",
        "/quality-reports",
        "/use-reports",
        "/corrections");
    put(rules, DelegationScope.SIGN, "/agreements/{id}/document");
    return rules;
  }

  private static void put(
      Map<String, DelegationScope> rules, DelegationScope scope, String... paths) {
    for (String path : paths) {
      rules.put(path, scope);
    }
  }
}
