import { computed } from 'vue'
import { http } from '@/api/http'
import type {
  AgreementMoney,
  AssayBatch,
  Comparison,
  Correction,
  Deposit,
  DepositMove,
  DepositMoveKind,
  Invoice,
  MoneyOverview,
  NewAssay,
  NewDeposit,
  NewDepositMove,
  NewDepositRelease,
  NewInvoice,
  NewPayment,
  NewStatement,
  Payment,
  Purchase,
  Statement,
  StatementLine,
  VatRate,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

export const useOverview = () => useItem<MoneyOverview>('/settlement/overview')

export const useComparison = (month: () => string) =>
  useItem<Comparison>(
    '/settlement/comparison',
    computed(() => ({ month: month() })),
  )

export const useVatRate = () => useItem<VatRate>('/settlement/vat-rate')

export const useVatStatement = () =>
  useCommand(({ rate, rateBp }: { rate: VatRate; rateBp?: number }) =>
    http.put<VatRate>('/settlement/vat-rate', { rateBp }, { version: rate.version }),
  )

export const useStatements = (status: () => string | undefined) =>
  usePages<Statement>(
    '/statements',
    computed(() => ({ status: status() })),
  )

export const useAgreedStatements = () =>
  usePages<Statement>('/statements', { status: 'agreed' }, { all: true })

export const useStatement = (id: () => string) => useItem<Statement>(() => `/statements/${id()}`)

export const useStatementLines = (id: () => string) =>
  usePages<StatementLine>(() => `/statements/${id()}/lines`)

export const useNewStatement = () =>
  useCommand((input: NewStatement, key: string) =>
    http.post<Statement>('/statements', input, { key }),
  )

export const useStatementAnswer = () =>
  useCommand(
    ({ statement, how }: { statement: Statement; how: 'agreement' | 'withdrawal' }, key: string) =>
      http.post<Statement>(
        `/statements/${statement.id}/${how}`,
        {},
        { key, version: statement.version },
      ),
  )

export const useDispute = () =>
  useCommand(({ statement, reason }: { statement: Statement; reason: string }, key: string) =>
    http.post<Statement>(
      `/statements/${statement.id}/dispute`,
      { reason },
      { key, version: statement.version },
    ),
  )

export const useCorrection = () =>
  useCommand(({ id, correction }: { id: string; correction: Correction }, key: string) =>
    http.post<Statement>(`/statements/${id}/corrections`, correction, { key }),
  )

export const useAssays = (all = false) => usePages<AssayBatch>('/assays', {}, { all })

export const useNewAssay = () =>
  useCommand((input: NewAssay, key: string) => http.post<AssayBatch>('/assays', input, { key }))

export const useAssayWithdrawal = () =>
  useCommand((assay: AssayBatch, key: string) =>
    http.post<AssayBatch>(`/assays/${assay.id}/withdrawal`, {}, { key, version: assay.version }),
  )

export const usePayments = (status: () => string | undefined) =>
  usePages<Payment>(
    '/payments',
    computed(() => ({ status: status() })),
  )

export const useNewPayment = () =>
  useCommand((input: NewPayment, key: string) => http.post<Payment>('/payments', input, { key }))

export const usePaymentConfirmation = () =>
  useCommand((payment: Payment, key: string) =>
    http.post<Payment>(
      `/payments/${payment.id}/confirmation`,
      {},
      { key, version: payment.version },
    ),
  )

export const usePaymentRejection = () =>
  useCommand(({ payment, reason }: { payment: Payment; reason: string }, key: string) =>
    http.post<Payment>(
      `/payments/${payment.id}/rejection`,
      { reason },
      { key, version: payment.version },
    ),
  )

export const usePaymentWithdrawal = () =>
  useCommand((payment: Payment, key: string) =>
    http.post<Payment>(`/payments/${payment.id}/withdrawal`, {}, { key, version: payment.version }),
  )

/** The interface does not narrow deposits by status: narrowed, all of them are read. */
export const useDeposits = (all: () => boolean) => usePages<Deposit>('/deposits', {}, { all })

export const useNewDeposit = () =>
  useCommand((input: NewDeposit, key: string) => http.post<Deposit>('/deposits', input, { key }))

export const useDepositConfirmation = () =>
  useCommand((deposit: Deposit, key: string) =>
    http.post<Deposit>(
      `/deposits/${deposit.id}/confirmation`,
      {},
      { key, version: deposit.version },
    ),
  )

export const useDepositRejection = () =>
  useCommand(({ deposit, reason }: { deposit: Deposit; reason: string }, key: string) =>
    http.post<Deposit>(
      `/deposits/${deposit.id}/rejection`,
      { reason },
      { key, version: deposit.version },
    ),
  )

export const useDepositWithdrawal = () =>
  useCommand((deposit: Deposit, key: string) =>
    http.post<Deposit>(`/deposits/${deposit.id}/withdrawal`, {}, { key, version: deposit.version }),
  )

interface ReleaseAnswer {
  deposit: Deposit
  release: DepositMove
  how: 'confirmation' | 'rejection' | 'withdrawal'
  reason?: string
}

export const useReleaseAnswer = () =>
  useCommand(({ deposit, release, how, reason }: ReleaseAnswer, key: string) =>
    http.post<Deposit>(
      `/deposits/${deposit.id}/releases/${release.id}/${how}`,
      how === 'rejection' ? { reason } : {},
      { key, version: deposit.version },
    ),
  )

interface DepositMoving {
  deposit: Deposit
  how: DepositMoveKind
  move: NewDepositMove | NewDepositRelease
}

export const useDepositMove = () =>
  useCommand(({ deposit, how, move }: DepositMoving, key: string) =>
    http.post<Deposit>(`/deposits/${deposit.id}/${how}`, move, { key, version: deposit.version }),
  )

export const useInvoices = (statementId: () => string | undefined = () => undefined) =>
  usePages<Invoice>(
    '/invoices',
    computed(() => ({ statementId: statementId() })),
  )

export const useAllInvoices = () => usePages<Invoice>('/invoices', {}, { all: true })

export const useNewInvoice = () =>
  useCommand((input: NewInvoice, key: string) => http.post<Invoice>('/invoices', input, { key }))

export const useInvoiceWithdrawal = () =>
  useCommand((invoice: Invoice, key: string) =>
    http.post<Invoice>(`/invoices/${invoice.id}/withdrawal`, {}, { key, version: invoice.version }),
  )

export const usePurchases = (month: () => string) =>
  usePages<Purchase>(
    '/settlement/purchases',
    computed(() => ({ month: month() })),
  )

export const usePurchaseFile = () =>
  useCommand((month: string) => http.file('/settlement/purchases.csv', { month }))

export const useAgreementMoney = (id: () => string) =>
  useItem<AgreementMoney>(() => `/agreements/${id()}/money`)

export const usePickupLimit = () =>
  useCommand(({ money, active }: { money: AgreementMoney; active: boolean }) =>
    http.put<AgreementMoney>(
      `/agreements/${money.agreementId}/pickup-limit`,
      { active },
      { version: money.version },
    ),
  )
