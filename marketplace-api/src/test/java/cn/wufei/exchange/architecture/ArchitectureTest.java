package cn.wufei.exchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds every rule against the product, which must follow it, and against planted code, which must
/// not.
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/$"))
          .importPackages("cn.wufei.exchange");
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

  static Stream<Arguments> rules() {
    return Stream.of(
        rule("features are free of cycles", Rules::features_are_free_of_cycles, "CyclicListing"),
        rule(
            "features use only what lies below them",
            Rules::features_use_only_what_lies_below_them,
            "LedgerThatKnowsStreams"),
        rule(
            "the kernel knows no framework",
            Rules::the_kernel_knows_no_framework,
            "KernelWithFramework"),
        rule(
            "the judgement of a pair asks nobody",
            Rules::the_judgement_of_a_pair_asks_nobody,
            "FitThatAsksStreams"),
        rule(
            "only stores and views use jOOQ",
            Rules::only_stores_and_views_use_jooq,
            "StreamThatQueries"),
        rule(
            "only repositories declare queries of Micronaut Data",
            Rules::only_repositories_declare_micronaut_data_queries,
            "StreamRows"),
        rule(
            "features touch only their own tables",
            Rules::features_touch_only_their_own_tables,
            "StreamThatQueries"),
        rule("time comes from the clock", Rules::time_comes_from_the_clock, "StreamWithWallClock"),
        rule(
            "nothing is injected into fields",
            Rules::nothing_is_injected_into_fields,
            "StreamWithFieldInjection"));
  }

  private static Arguments rule(String name, Function<Rules, ArchRule> rule, String violator) {
    return Arguments.of(Named.of(name, rule), violator);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void the_product_follows(Function<Rules, ArchRule> rule, String violator) {
    EvaluationResult result = rule.apply(new Rules("cn.wufei.exchange")).evaluate(PRODUCT);

    assertThat(result.getFailureReport().getDetails()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} is caught")
  @MethodSource("rules")
  void a_planted_violator_is_caught(Function<Rules, ArchRule> rule, String violator) {
    EvaluationResult result = rule.apply(new Rules("planted")).evaluate(PLANTED);

    assertThat(result.getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains(violator));
  }
}
