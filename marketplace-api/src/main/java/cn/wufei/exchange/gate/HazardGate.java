package cn.wufei.exchange.gate;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.HazardCode;
import cn.wufei.exchange.catalog.HazardName;
import cn.wufei.exchange.catalog.IdentificationThreshold;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.catalog.WasteCodes;
import cn.wufei.exchange.gate.Screening.Clear;
import cn.wufei.exchange.gate.Screening.Held;
import cn.wufei.exchange.gate.Screening.Refused;
import cn.wufei.exchange.gate.Screening.Rule;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps hazardous waste off the exchange. Only a licensed party may take it, and handing it to
/// anybody else is an offence of its own (law on solid waste, articles 80 and 112(4)), so it is
/// refused; what only looks like it is held until its identification is shown.
///
/// Checked in this order, the first find counts:
///
/// 1. the class or the code: a class `HWnn`; eight digits that the hazardous list has, or that are
///    declared to be of it, are refused. Other eight digits are held unless they are declared to be
///    of GB/T 39198-2020, which writes general waste the same way. A listed code that is declared
///    so is held when nobody has checked that entry of the list.
/// 2. the name, together with that of the material, against the hazardous names: the verdict of the
///    first refusing row, else of the first holding one. A listed code in the name refuses, a class
///    `HWnn` in it holds.
/// 3. the same words in the description hold: a description may also say what a waste is not.
/// 4. the material's own mark in the catalog.
/// 5. measured values that reach a threshold hold.
@Singleton
public class HazardGate {

  private static final Pattern CODE_IN_TEXT =
      Pattern.compile("(?<![\\d-])(\\d{3}-\\d{3}-\\d{2})(?!\\d)");
  private static final Pattern CLASS_IN_TEXT =
      Pattern.compile("(?<![A-Z])HW[\\s\\-_.]{0,3}\\d{2}(?!\\d)");
  private static final Pattern HAZARD_CLASS = Pattern.compile("HW\\d{1,2}");
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212_./\\s]+");
  private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{3})(\\d{3})(\\d{2})");
  private static final String LAW = "LAW";
  private static final String LAW_ZH = "《固体废物污染环境防治法》第八十条、第一百一十二条第（四）项：危险废物只能交给有许可证的单位，不在本平台交易。";
  private static final String LAW_EN =
      "Law on solid waste, art. 80 and 112(4): hazardous waste may only be handed to a licensed"
          + " party; it is not traded here.";
  private static final String HOLD_ZH = "请提供危险废物鉴别报告，或说明不属于危险废物的依据。";
  private static final String HOLD_EN =
      "Provide an identification report, or the grounds why it is no hazardous waste.";

  private final Catalog catalog;
  private volatile @Nullable HazardWords words;

  public HazardGate(Catalog catalog) {
    this.catalog = catalog;
  }

  /// What the rules say; writes nothing.
  public Screening screen(WasteDescription waste) {
    Material material = waste.materialKey() == null ? null : catalog.material(waste.materialKey());
    String name = joined(waste.name(), material == null ? null : material.nameZh());
    Screening byCode = byCode(waste);
    if (!(byCode instanceof Clear)) {
      return byCode;
    }
    Screening byName = byName(name);
    if (!(byName instanceof Clear)) {
      return byName;
    }
    Screening byDescription = byDescription(joined(waste.description(), null));
    if (!(byDescription instanceof Clear)) {
      return byDescription;
    }
    Screening byMaterial = byMaterial(material);
    return byMaterial instanceof Clear ? byValues(waste.values()) : byMaterial;
  }

  /// Whether the waste may be published: screened clear, its code well written, its class one of
  /// the catalogue and the one that the code ends with. A refusal carries the facts `rule`,
  /// `ruleZh`, `ruleEn` and `source`.
  public Outcome<Boolean> requireClear(WasteDescription waste) {
    return switch (screen(waste)) {
      case Refused(Rule rule) -> refused(GateRefusal.HAZARDOUS_WASTE_REFUSED, rule);
      case Held(Rule rule) -> refused(GateRefusal.HAZARDOUS_LOOK_ALIKE_HELD, rule);
      case Clear() -> requireCoded(waste);
    };
  }

  /// The rule that measured values meet by themselves, whatever the waste is called; none when they
  /// reach no threshold.
  public @Nullable Rule reachedBy(List<MeasuredValue> values) {
    return byValues(values) instanceof Held(Rule rule) ? rule : null;
  }

  /// [#requireClear] for what has no measured values.
  public Outcome<Boolean> check(
      @Nullable String materialKey,
      @Nullable String classCode,
      @Nullable String code,
      @Nullable String name,
      @Nullable String description) {
    return requireClear(
        new WasteDescription(materialKey, classCode, code, null, name, description, List.of()));
  }

  private Outcome<Boolean> requireCoded(WasteDescription waste) {
    String code = waste.code();
    String classCode = waste.classCode();
    boolean isOlder = WasteDescription.SCHEME_GENERAL_2020.equals(waste.codeScheme());
    if (code != null && !(isOlder ? WasteCodes.isEightDigit(code) : WasteCodes.isGeneral(code))) {
      return refused(
              GateRefusal.WASTE_CODE_MALFORMED,
              new Rule(
                  "waste-code-malformed",
                  "代码格式应为 NNN-0NN-SNN，例如 900-001-S17（目录第五条）。",
                  "A code is written NNN-0NN-SNN, such as 900-001-S17 (catalogue, art. 5).",
                  "CAT1"))
          .at("code");
    }
    if (classCode != null && catalog.wasteClass(classCode) == null) {
      return refused(
              GateRefusal.WASTE_CLASS_UNKNOWN,
              new Rule(
                  "waste-class-unknown",
                  "目录中没有该类别（S08 不使用）。",
                  "The catalogue has no such class (S08 is not used).",
                  "CAT1"))
          .at("classCode");
    }
    if (code != null
        && classCode != null
        && !isOlder
        && !WasteCodes.classOf(code).equals(classCode)) {
      return refused(
              GateRefusal.WASTE_CLASS_CODE_MISMATCH,
              new Rule(
                  "waste-class-code-mismatch",
                  "代码末三位与所选类别不一致。",
                  "The code ends with another class than the one given.",
                  "CAT1"))
          .at("code");
    }
    return Outcome.done(true);
  }

  private Screening byCode(WasteDescription waste) {
    if (waste.classCode() != null
        && HAZARD_CLASS.matcher(normal(waste.classCode()).replace(" ", "")).matches()) {
      return new Refused(lawRule("hazardous-class", waste.classCode(), waste.classCode(), LAW));
    }
    String code = eightDigits(waste.code());
    if (code == null) {
      return new Clear();
    }
    HazardCode listed = catalog.hazardCode(code);
    boolean isOlder = WasteDescription.SCHEME_GENERAL_2020.equals(waste.codeScheme());
    if (listed != null && !(isOlder && listed.verified().equals("unverified"))) {
      return new Refused(listedRule(listed));
    }
    if (WasteDescription.SCHEME_HAZARDOUS.equals(waste.codeScheme())) {
      return new Refused(lawRule("hazardous-code", code, code, LAW));
    }
    if (isOlder && listed == null) {
      return new Clear();
    }
    return new Held(
        new Rule(
            "eight-digit-code",
            "八位代码 " + code + " 可能属于国家危险废物名录，也可能属于 GB/T 39198-2020：请注明代码所属目录。" + HOLD_ZH,
            "The eight-digit code "
                + code
                + " may be of the national list of hazardous wastes or of GB/T 39198-2020: name its"
                + " scheme. "
                + HOLD_EN,
            "HWLIST"));
  }

  private Screening byName(String name) {
    HazardCode listed = listedIn(name);
    if (listed != null) {
      return new Refused(listedRule(listed));
    }
    HazardName row = firstIn(name);
    if (row != null) {
      Rule rule = rule("hazardous-name", row);
      return row.verdict().equals("refused") ? new Refused(rule) : new Held(rule);
    }
    return byClassIn(name);
  }

  private Screening byDescription(String description) {
    HazardCode listed = listedIn(description);
    if (listed != null) {
      return new Held(mentioned("hazardous-code-mentioned", listed.code(), listed.source()));
    }
    HazardName row = firstIn(description);
    if (row != null) {
      return new Held(
          new Rule(
              "hazardous-name-mentioned",
              "说明中提到“" + row.term() + "”。" + HOLD_ZH,
              "The description mentions " + row.nameEn() + ". " + HOLD_EN,
              row.source()));
    }
    return byClassIn(description);
  }

  private static Screening byClassIn(String text) {
    Matcher named = CLASS_IN_TEXT.matcher(normal(text));
    return named.find()
        ? new Held(mentioned("hazardous-class-mentioned", named.group(), LAW))
        : new Clear();
  }

  private static Screening byMaterial(@Nullable Material material) {
    if (material == null) {
      return new Clear();
    }
    return switch (material.screening()) {
      case "refused" ->
          new Refused(
              lawRule(
                  "hazardous-material", material.nameZh(), material.nameEn(), material.source()));
      case "held" ->
          new Held(
              new Rule(
                  "hazardous-material",
                  material.nameZh() + "：疑似危险废物。" + HOLD_ZH,
                  material.nameEn() + ": looks like hazardous waste. " + HOLD_EN,
                  material.source()));
      default -> new Clear();
    };
  }

  private Screening byValues(List<MeasuredValue> values) {
    for (IdentificationThreshold threshold : catalog.identificationThresholds()) {
      for (MeasuredValue value : values) {
        if (value.parameter().equals(threshold.parameter()) && reaches(value, threshold)) {
          return new Held(
              new Rule(
                  "identification-threshold",
                  threshold.ruleZh(),
                  threshold.ruleEn(),
                  threshold.source()));
        }
      }
    }
    return new Clear();
  }

  private static boolean reaches(MeasuredValue value, IdentificationThreshold threshold) {
    boolean isLower = threshold.comparison().equals("at-most");
    BigDecimal extreme = isLower ? value.minimum() : value.maximum();
    BigDecimal other = isLower ? value.maximum() : value.minimum();
    BigDecimal stated = extreme == null ? other : extreme;
    if (stated == null) {
      return false;
    }
    int compared = stated.compareTo(threshold.value());
    return isLower ? compared <= 0 : compared >= 0;
  }

  private @Nullable HazardName firstIn(String text) {
    return text.isBlank() ? null : words().firstIn(new ScreenedText(text));
  }

  private HazardWords words() {
    List<HazardName> names = catalog.hazardNames();
    HazardWords made = words;
    if (made == null || !made.of().equals(names)) {
      made = HazardWords.of(names);
      words = made;
    }
    return made;
  }

  private @Nullable HazardCode listedIn(String text) {
    Matcher written =
        CODE_IN_TEXT.matcher(DASHES.matcher(normal(text)).replaceAll(HazardGate::dashOrSpace));
    while (written.find()) {
      HazardCode listed = catalog.hazardCode(written.group(1));
      if (listed != null) {
        return listed;
      }
    }
    return null;
  }

  private static String dashOrSpace(java.util.regex.MatchResult gap) {
    return gap.group().isBlank() ? " " : "-";
  }

  /// The code with dashes when it is eight digits, however they are written.
  private static @Nullable String eightDigits(@Nullable String code) {
    if (code == null) {
      return null;
    }
    Matcher digits = EIGHT_DIGITS.matcher(DASHES.matcher(normal(code)).replaceAll(""));
    return digits.matches() ? digits.replaceAll("$1-$2-$3") : null;
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).strip();
  }

  private static String joined(@Nullable String one, @Nullable String other) {
    return (one == null ? "" : one) + "\n" + (other == null ? "" : other);
  }

  private static Rule rule(String id, HazardName row) {
    return new Rule(
        id, row.nameZh() + "：" + row.ruleZh(), row.nameEn() + ": " + row.ruleEn(), row.source());
  }

  private static Rule listedRule(HazardCode listed) {
    String nameEn = listed.nameEn() == null ? "" : " " + listed.nameEn();
    return lawRule(
        "hazardous-code",
        listed.code() + " " + listed.nameZh(),
        listed.code() + nameEn,
        listed.source() + " " + LAW);
  }

  private static Rule lawRule(String id, String whatZh, String whatEn, String source) {
    return new Rule(id, whatZh + "：" + LAW_ZH, whatEn + ": " + LAW_EN, source);
  }

  private static Rule mentioned(String id, String what, String source) {
    return new Rule(
        id, "提到 " + what + "。" + HOLD_ZH, "It mentions " + what + ". " + HOLD_EN, source);
  }

  private static Outcome.Refused<Boolean> refused(GateRefusal refusal, Rule rule) {
    return Outcome.<Boolean>refused(refusal)
        .with("rule", rule.id())
        .with("ruleZh", rule.textZh())
        .with("ruleEn", rule.textEn())
        .with("source", rule.source());
  }
}
