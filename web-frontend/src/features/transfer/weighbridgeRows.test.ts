import { describe, expect, it } from 'vitest'
import type { Load } from '@/api/model'
import { readFile } from './weighbridgeFile'
import { ticketRows, type TicketRow } from './weighbridgeRows'

const NOW = new Date('2026-11-25T10:00:00Z')
const COLUMNS = '运单号,车牌号,磅单号,毛重,皮重,退货,扣减,水分,过磅时间,备注'

function load(id: string, plate: string): Load {
  const organisation = { id: 'o', name: '云岭钢铁' } as Load['seller']
  return {
    id,
    number: `L2026-00000${id}`,
    version: 1,
    status: 'in-transit',
    agreementId: 'a',
    agreementNumber: 'A2026-000001',
    streamId: 's',
    materialKey: 'm',
    seller: organisation,
    buyer: organisation,
    plate,
    origin: {
      ticketNumber: `S-${id}`,
      grossKg: 49_000,
      tareKg: 17_000,
      netKg: 32_000,
      at: '2026-11-25T00:00:00Z',
    },
    beyondStockKg: 0,
    beyondAgreementKg: 0,
    beyondCallOffKg: 0,
  }
}

const LOADS = [
  load('1', '鲁SD9001'),
  load('2', '鲁SD9002'),
  load('3', '鲁SD9003'),
  load('4', '鲁SD9003'),
]

function rows(...lines: string[]): TicketRow[] {
  return rowsUnder(COLUMNS, ...lines)
}

function rowsUnder(header: string, ...lines: string[]): TicketRow[] {
  const read = readFile(new TextEncoder().encode([header, ...lines].join('\n')))
  if ('fault' in read) throw new Error(JSON.stringify(read.fault))
  return ticketRows(read.file, LOADS, NOW)
}

function codes(line: string): string[] {
  return rows(line).flatMap((row) => row.faults.map((fault) => fault.code))
}

describe('tickets with their loads', () => {
  it('are found by load number, and say what the two scales say', () => {
    const [row] = rows('l2026-000001,,R-1,48900,17000,400,120,8.5,2026-11-25 08:30,湿')
    expect(row).toMatchObject({ row: 2, load: { id: '1' }, plate: '鲁SD9001', faults: [] })
    expect(row?.receipt).toEqual({
      ticketNumber: 'R-1',
      grossKg: 48_900,
      tareKg: 17_000,
      rejectedKg: 400,
      deductionKg: 120,
      moisturePct: 8.5,
      receivedAt: '2026-11-25T00:30:00.000Z',
      note: '湿',
    })
    expect(row?.weighing).toMatchObject({ netKg: 31_900, differenceKg: -100, differencePct: -0.31 })
  })

  it('leave out what was not weighed', () => {
    const [row] = rows('L2026-000001,,R-1,48900,17000,,,,2026-11-25 08:30,')
    expect(row?.receipt).toMatchObject({ rejectedKg: 0 })
    expect(row?.receipt?.deductionKg).toBeUndefined()
    expect(row?.receipt?.moisturePct).toBeUndefined()
    expect(row?.receipt?.note).toBeUndefined()
  })

  it('are found by the plate of one load alone', () => {
    expect(rows(',鲁S·D9002,R-1,48900,17000,,,,2026-11-25 08:30,')[0]?.load?.id).toBe('2')
    expect(codes(',鲁SD9003,R-1,48900,17000,,,,2026-11-25 08:30,')).toEqual(['plate-several'])
  })

  it('weigh in the unit of each heading', () => {
    const [row] = rowsUnder(
      '运单号,磅单号,毛重(t),皮重(kg),扣减(吨),过磅时间',
      'L2026-000001,R-1,４８．９,"17,000",0.12,2026/11/25 08:30',
    )
    expect(row?.receipt).toMatchObject({ grossKg: 48_900, tareKg: 17_000, deductionKg: 120 })
  })

  it.each([
    ['L2026-000009,,R-1,48900,17000,,,,2026-11-25 08:30,', ['load-unknown']],
    [',鲁A00000,R-1,48900,17000,,,,2026-11-25 08:30,', ['plate-unknown']],
    [',,R-1,48900,17000,,,,2026-11-25 08:30,', ['load-missing']],
    ['L2026-000001,鲁SD9002,R-1,48900,17000,,,,2026-11-25 08:30,', ['plate-other']],
    ['L2026-000001,,,48900,17000,,,,2026-11-25 08:30,', ['required']],
    ['L2026-000001,,R-1,,17000,,,,2026-11-25 08:30,', ['required']],
    ['L2026-000001,,R-1,48900,17000,,,,,', ['required']],
    ['L2026-000001,,R-1,x,17000,,,,2026-11-25 08:30,', ['number']],
    ['L2026-000001,,R-1,48900.5,17000,,,,2026-11-25 08:30,', ['too-fine']],
    ['L2026-000001,,R-1,200001,17000,,,,2026-11-25 08:30,', ['weight']],
    ['L2026-000001,,R-1,48900,0,,,,2026-11-25 08:30,', ['weight']],
    ['L2026-000001,,R-1,48900,17000,-1,,,2026-11-25 08:30,', ['weight']],
    ['L2026-000001,,R-1,17000,17000,,,,2026-11-25 08:30,', ['tare']],
    ['L2026-000001,,R-1,48900,17000,31901,,,2026-11-25 08:30,', ['rejected']],
    ['L2026-000001,,R-1,48900,17000,31900,,,2026-11-25 08:30,', ['rejected-all']],
    ['L2026-000001,,R-1,48900,17000,,,101,2026-11-25 08:30,', ['percent']],
    ['L2026-000001,,R-1,48900,17000,,,,2026-11-31 08:30,', ['time']],
    ['L2026-000001,,R-1,48900,17000,,,,2026-11-25 18:01,', ['future']],
    ['L2026-000001,,R-1,48900,17000,,,,2026-11-25 07:59,', ['before-dispatch']],
    ['L2026-000001,,R-1,49,17,,,,2026-11-25 08:30,', ['unit']],
    ['L2026-000001,,R-1,48,900,17,000,,,,2026-11-25 08:30,', ['cells']],
    [`L2026-000001,,${'R'.repeat(61)},48900,17000,,,,2026-11-25 08:30,`, ['too-long']],
    ['L2026-000009,,,x,,,,,,', ['load-unknown', 'required', 'required', 'number', 'required']],
  ])('%s has the faults %s', (line, faults) => {
    expect(codes(line)).toEqual(faults)
  })

  it('are all left out when a load has several', () => {
    const twice = rows(
      'L2026-000001,,R-1,48900,17000,,,,2026-11-25 08:30,',
      'L2026-000002,,R-2,48900,17000,,,,2026-11-25 08:30,',
      ',鲁SD9001,R-3,48900,17000,,,,2026-11-25 08:30,',
    )
    expect(twice.map((row) => row.faults)).toEqual([
      [{ code: 'load-twice', values: { rows: '4' } }],
      [],
      [{ code: 'load-twice', values: { rows: '2' } }],
    ])
  })
})
