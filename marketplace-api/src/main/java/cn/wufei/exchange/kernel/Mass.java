package cn.wufei.exchange.kernel;

/// A mass in whole kilograms. Never negative: a shortage is the negative of a balance, not a mass.
public record Mass(long kg) implements Comparable<Mass> {

  public static final Mass ZERO = new Mass(0);

  public Mass {
    if (kg < 0) {
      throw new IllegalArgumentException("a mass is not negative: " + kg + " kg");
    }
  }

  public static Mass ofKg(long kg) {
    return new Mass(kg);
  }

  public Mass plus(Mass other) {
    return new Mass(Math.addExact(kg, other.kg));
  }

  public Mass minus(Mass other) {
    return new Mass(kg - other.kg);
  }

  public Mass min(Mass other) {
    return kg <= other.kg ? this : other;
  }

  public boolean isZero() {
    return kg == 0;
  }

  @Override
  public int compareTo(Mass other) {
    return Long.compare(kg, other.kg);
  }
}
