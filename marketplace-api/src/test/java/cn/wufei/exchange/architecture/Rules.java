package cn.wufei.exchange.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The rules, for the packages below a root, so that the same rule can be held against planted
/// code.
record Rules(String root) {

  private static final Set<String> BASE = Set.of("kernel", "sql", "csv", "db");
  private static final Set<String> EDGE = union(BASE, "http", "ledger", "audit");
  private static final Set<String> REFERENCE = union(EDGE, "identity", "catalog", "gate");
  private static final Set<String> OFFERED =
      union(REFERENCE, "stream", "searchfeed", "schedule", "price");
  private static final Set<String> FOUND =
      union(
          OFFERED,
          "notify",
          "worklist",
          "partner",
          "listing",
          "demand",
          "haul",
          "search",
          "matching");
  private static final Map<String, Set<String>> ALLOWED = allowed();

  /// The feed fills the tables that the indexer, which is no package of ours, reads; `indexing`
  /// asks the indexer for work through them and tells what came of it.
  private static final Map<String, String> TABLE_PREFIXES =
      Map.of("searchfeed", "search", "indexing", "search");

  private static Map<String, Set<String>> allowed() {
    Map<String, Set<String>> allowed = new TreeMap<>();
    allowed.put("kernel", Set.of());
    allowed.put("sql", Set.of("kernel"));
    allowed.put("csv", Set.of("kernel"));
    allowed.put("db", BASE);
    allowed.put("ledger", BASE);
    allowed.put("audit", BASE);
    allowed.put("http", union(BASE, "ledger"));
    allowed.put("searchfeed", BASE);
    allowed.put("schedule", BASE);
    allowed.put("local", Set.of());
    allowed.put("schema", Set.of());
    allowed.put("identity", EDGE);
    allowed.put("catalog", EDGE);
    allowed.put("export", union(EDGE, "identity"));
    allowed.put("notify", union(EDGE, "identity"));
    allowed.put("gate", union(EDGE, "catalog"));
    allowed.put("price", union(EDGE, "identity", "catalog"));
    allowed.put("worklist", union(EDGE, "identity"));
    allowed.put("stockpile", union(EDGE, "identity", "worklist"));
    allowed.put("partner", union(EDGE, "identity", "worklist"));
    allowed.put("delegation", union(EDGE, "identity", "notify", "worklist"));
    allowed.put("attachment", EDGE);
    allowed.put("bulk", union(REFERENCE, "notify", "attachment"));
    allowed.put("stream", union(REFERENCE, "notify", "attachment", "bulk", "worklist"));
    allowed.put("listing", union(OFFERED, "haul", "notify", "bulk", "worklist", "partner"));
    allowed.put("demand", union(OFFERED, "haul", "notify", "bulk", "worklist", "partner"));
    allowed.put("haul", union(EDGE, "identity", "catalog"));
    allowed.put("search", union(REFERENCE, "searchfeed", "haul", "notify", "partner"));
    allowed.put("indexing", union(OFFERED, "listing", "demand"));
    allowed.put(
        "matching",
        union(OFFERED, "notify", "worklist", "partner", "listing", "demand", "haul", "search"));
    allowed.put("approval", union(EDGE, "identity", "catalog", "notify", "worklist", "price"));
    allowed.put("deal", union(FOUND, "attachment", "approval"));
    allowed.put("tender", union(FOUND, "deal", "approval"));
    allowed.put(
        "sample",
        union(
            EDGE,
            "identity",
            "catalog",
            "notify",
            "worklist",
            "partner",
            "attachment",
            "listing",
            "deal"));
    allowed.put("transfer", union(FOUND, "deal"));
    allowed.put("settlement", union(FOUND, "deal", "transfer"));
    allowed.put("correction", union(FOUND, "deal", "transfer"));
    allowed.put("period", union(EDGE, "identity", "transfer"));
    allowed.put("account", union(FOUND, "deal", "transfer"));
    allowed.put("metrics", union(FOUND, "deal", "transfer", "stockpile", "delegation"));
    return allowed;
  }

  private static Set<String> union(Set<String> one, String... more) {
    Set<String> all = new java.util.TreeSet<>(one);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }

  ArchRule features_are_free_of_cycles() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  ArchRule features_use_only_what_lies_below_them() {
    return classes()
        .that()
        .resideInAPackage(root + ".*..")
        .should(
            new ArchCondition<>("follow the allowed arrows") {
              @Override
              public void check(JavaClass from, ConditionEvents events) {
                String feature = featureOf(from);
                Set<String> allowed = ALLOWED.getOrDefault(feature, Set.of());
                from.getDirectDependenciesFromSelf().stream()
                    .filter(arrow -> arrow.getTargetClass().getPackageName().startsWith(root + "."))
                    .filter(arrow -> !featureOf(arrow.getTargetClass()).equals(feature))
                    .filter(arrow -> !allowed.contains(featureOf(arrow.getTargetClass())))
                    .forEach(arrow ->
                        events.add(SimpleConditionEvent.violated(arrow, arrow.getDescription())));
              }
            });
  }

  ArchRule the_kernel_knows_no_framework() {
    return classes()
        .that()
        .resideInAPackage(root + ".kernel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(root + ".kernel..", "java..", "org.jspecify..");
  }

  /// A judgement is a function of what it is told: of the exchange it knows the kernel, values of
  /// the way between two sites and the months of what recurs, and no way to ask for more.
  ArchRule the_judgement_of_a_pair_asks_nobody() {
    return classes()
        .that()
        .resideInAPackage(root + ".matching.fit..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    root + ".matching.fit..",
                    root + ".kernel..",
                    root + ".schedule..",
                    "cn.wufei.indexer.document..",
                    "java..",
                    "org.jspecify..",
                    "io.micronaut.context.annotation..",
                    "io.micronaut.core.annotation..",
                    "io.micronaut.core.bind.annotation..",
                    "io.micronaut.serde.annotation..",
                    "io.micronaut.serde.config.naming..",
                    "com.fasterxml.jackson.annotation..",
                    "io.swagger.v3.oas.annotations..")
                .or(valuesOf("haul")));
  }

  private DescribedPredicate<JavaClass> valuesOf(String feature) {
    return DescribedPredicate.describe(
        "values of " + feature,
        type ->
            type.getPackageName().equals(root + "." + feature)
                && (type.isRecord() || type.isEnum()));
  }

  ArchRule only_stores_and_views_use_jooq() {
    return noClasses()
        .that()
        .haveNameNotMatching(".*(Store|Views)(\\$.*)?")
        .and()
        .areNotAnnotatedWith("cn.wufei.exchange.sql.WritesSql")
        .and()
        .resideOutsideOfPackages(root + ".db..", root + ".sql..")
        .should(dependOnClassesThat(inPackage("org.jooq")));
  }

  ArchRule only_repositories_declare_micronaut_data_queries() {
    return noClasses()
        .that()
        .haveNameNotMatching(".*Repository(\\$.*)?")
        .should(dependOnClassesThat(inPackage("io.micronaut.data.repository")));
  }

  ArchRule features_touch_only_their_own_tables() {
    return classes()
        .that()
        .resideOutsideOfPackages(root + ".metrics..", root + ".db..")
        .should(
            new ArchCondition<>("touch only the tables of their feature") {
              @Override
              public void check(JavaClass from, ConditionEvents events) {
                String feature = featureOf(from);
                String prefix =
                    TABLE_PREFIXES.getOrDefault(feature, feature).toUpperCase(Locale.ROOT) + "_";
                from.getFieldAccessesFromSelf().stream()
                    .filter(Rules::isTable)
                    .filter(access -> !access.getTarget().getName().startsWith(prefix))
                    .forEach(access ->
                        events.add(SimpleConditionEvent.violated(access, access.getDescription())));
              }
            });
  }

  ArchRule time_comes_from_the_clock() {
    return noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.Date.class);
  }

  ArchRule nothing_is_injected_into_fields() {
    return fields()
        .should()
        .notBeAnnotatedWith("jakarta.inject.Inject")
        .andShould()
        .notBeAnnotatedWith("io.micronaut.context.annotation.Value");
  }

  private static DescribedPredicate<JavaClass> inPackage(String name) {
    return DescribedPredicate.describe(
        "lie in " + name, target -> (target.getPackageName() + ".").startsWith(name + "."));
  }

  private static boolean isTable(JavaFieldAccess access) {
    return access.getTargetOwner().getName().endsWith(".db.Tables");
  }

  private String featureOf(JavaClass type) {
    String rest =
        type.getPackageName()
            .substring(Math.min(root.length() + 1, type.getPackageName().length()));
    int end = rest.indexOf('.');
    return end < 0 ? rest : rest.substring(0, end);
  }
}
