package cn.wufei.exchange.transfer;

import org.jspecify.annotations.Nullable;

/// What was recorded of one end of a load, as far as it can be corrected. What is absent does not
/// belong to that end, or is to stay as it is.
///
/// @param ticketNumber the weighbridge's own, of that end
public record LoadValues(
    @Nullable String plate,
    @Nullable String manifestNumber,
    @Nullable String ticketNumber,
    @Nullable Long grossKg,
    @Nullable Long tareKg,
    @Nullable Long rejectedKg,
    @Nullable Long deductionKg) {

  static LoadValues ofDispatch(LoadRow load) {
    return new LoadValues(
        load.truck().plate(),
        load.truck().manifestNumber(),
        load.origin().ticketNumber(),
        load.origin().grossKg(),
        load.origin().tareKg(),
        null,
        null);
  }

  static LoadValues ofReceipt(LoadRow.Receipt receipt) {
    return new LoadValues(
        null,
        null,
        receipt.destination().ticketNumber(),
        receipt.destination().grossKg(),
        receipt.destination().tareKg(),
        receipt.rejectedKg(),
        receipt.deductionKg());
  }
}
