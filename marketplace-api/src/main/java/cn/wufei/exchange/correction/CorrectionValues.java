package cn.wufei.exchange.correction;

import cn.wufei.exchange.transfer.LoadValues;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Values of a fact: those that it has, or those that it should have. What is absent stays as it
/// is.
@Serdeable
record CorrectionValues(
    @Nullable @Min(1) @Max(QUANTITY_KG_MAX) Long quantityKg,
    @Nullable @Min(0) @Max(QUANTITY_KG_MAX) Long countedKg,
    @Nullable @Size(max = 20) @Pattern(regexp = SAYS_SOMETHING) String plate,
    @Nullable @Size(max = 60) @Pattern(regexp = SAYS_SOMETHING) String manifestNumber,
    @Nullable @Size(max = 60) @Pattern(regexp = SAYS_SOMETHING) String ticketNumber,
    @Nullable @Min(1) @Max(GROSS_KG_MAX) Long grossKg,
    @Nullable @Min(1) @Max(GROSS_KG_MAX) Long tareKg,
    @Nullable @Min(0) @Max(GROSS_KG_MAX) Long rejectedKg,
    @Nullable @Min(0) @Max(GROSS_KG_MAX) Long deductionKg,
    @Nullable @Min(0) @Max(HEAP_KG_MAX) Long consumedKg,
    @Nullable @Min(0) @Max(HEAP_KG_MAX) Long declaredClosingKg) {

  static final CorrectionValues NONE =
      new CorrectionValues(null, null, null, null, null, null, null, null, null, null, null);

  private static final long QUANTITY_KG_MAX = 100_000_000_000L;
  private static final long GROSS_KG_MAX = 200_000;
  private static final long HEAP_KG_MAX = 10_000_000_000L;
  private static final String SAYS_SOMETHING = ".*\\S.*";

  static CorrectionValues ofEntry(long quantityKg) {
    return new CorrectionValues(
        quantityKg, null, null, null, null, null, null, null, null, null, null);
  }

  static CorrectionValues ofStockTake(long countedKg) {
    return new CorrectionValues(
        null, countedKg, null, null, null, null, null, null, null, null, null);
  }

  static CorrectionValues ofLoad(LoadValues load) {
    return new CorrectionValues(
        null,
        null,
        load.plate(),
        load.manifestNumber(),
        load.ticketNumber(),
        load.grossKg(),
        load.tareKg(),
        load.rejectedKg(),
        load.deductionKg(),
        null,
        null);
  }

  static CorrectionValues ofUse(long consumedKg, @Nullable Long declaredClosingKg) {
    return new CorrectionValues(
        null, null, null, null, null, null, null, null, null, consumedKg, declaredClosingKg);
  }

  LoadValues load() {
    return new LoadValues(
        plate, manifestNumber, ticketNumber, grossKg, tareKg, rejectedKg, deductionKg);
  }

  /// What is there, by name.
  SequencedMap<String, Object> said() {
    SequencedMap<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("quantityKg", quantityKg);
    all.put("countedKg", countedKg);
    all.put("plate", plate);
    all.put("manifestNumber", manifestNumber);
    all.put("ticketNumber", ticketNumber);
    all.put("grossKg", grossKg);
    all.put("tareKg", tareKg);
    all.put("rejectedKg", rejectedKg);
    all.put("deductionKg", deductionKg);
    all.put("consumedKg", consumedKg);
    all.put("declaredClosingKg", declaredClosingKg);
    SequencedMap<String, Object> said = new LinkedHashMap<>();
    all.forEach((name, value) -> {
      if (value != null) {
        said.put(name, value);
      }
    });
    return said;
  }
}
