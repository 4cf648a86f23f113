package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.LargestRemainder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Divides what came out of a processing over what went in, in proportion to the input and in whole
/// kilograms, so that each layer of the input balances by itself: input + gain = outputs +
/// recovered
/// + loss. A tonne of an output has the generation year of the input that it came from.
///
/// @param gain what processing added, such as water; nothing where it lost mass
/// @param outputs one division for each output, in their order
/// @param recovered what became products that are no waste any more
/// @param loss what left as moisture or another loss; nothing where mass was added
record ProcessingSplit<K>(
    SequencedMap<K, Long> gain,
    List<SequencedMap<K, Long>> outputs,
    SequencedMap<K, Long> recovered,
    SequencedMap<K, Long> loss) {

  static <K> ProcessingSplit<K> of(
      SequencedMap<K, Long> input, List<Long> outputsKg, long recoveredKg) {
    long differenceKg = sum(input) - recoveredKg;
    for (long kg : outputsKg) {
      differenceKg = Math.subtractExact(differenceKg, kg);
    }
    SequencedMap<K, Long> gain = LargestRemainder.split(Math.max(0, -differenceKg), input);
    SequencedMap<K, Long> rest = new LinkedHashMap<>(input);
    gain.forEach((layer, kg) -> rest.merge(layer, kg, Math::addExact));
    List<SequencedMap<K, Long>> outputs = new ArrayList<>();
    for (long kg : outputsKg) {
      outputs.add(taken(rest, kg));
    }
    return new ProcessingSplit<>(gain, outputs, taken(rest, recoveredKg), rest);
  }

  private static <K> SequencedMap<K, Long> taken(SequencedMap<K, Long> rest, long kg) {
    SequencedMap<K, Long> part = LargestRemainder.split(kg, rest);
    part.forEach((layer, taken) -> rest.merge(layer, -taken, Math::addExact));
    return part;
  }

  private static long sum(SequencedMap<?, Long> layers) {
    return layers.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
  }
}
