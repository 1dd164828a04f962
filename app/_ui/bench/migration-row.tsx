'use client';
import { type DragEvent, useId, useState } from 'react';
import {
  type Carrier,
  carriers,
  doors,
  type Machine,
  mostReplicas,
  type Slot,
  storages,
} from '@/lib/lab/migration-board';
import { fill } from '../fill';
import styles from './migration-board.module.css';
import type { MigrationWords } from './migration-words';

interface RowProps {
  readonly machine: Machine;
  readonly slot: Slot;
  readonly say: MigrationWords;
  readonly onChange: (slot: Slot) => void;
}

/** One old machine: its card on one of the places that can carry it, and what else is chosen for it. */
export function MachineRow(props: RowProps) {
  const { machine, slot, say } = props;
  return (
    <fieldset className={styles.row}>
      <legend className={styles.machine}>
        <strong>{say.machines[machine]}</strong> <span>{say.was[machine]}</span>
      </legend>
      <Places {...props} />
      {slot.carrier !== 'none' && <Choices {...props} />}
    </fieldset>
  );
}

/** Places side by side, one radio button each; the card lies on the chosen one and can be dragged to another. */
function Places({ machine, slot, say, onChange }: RowProps) {
  const [over, setOver] = useState<Carrier>();
  const name = useId();
  const put = (carrier: Carrier) => onChange({ ...slot, carrier });
  const taken = (event: DragEvent) => event.dataTransfer.types.includes(typeOf(machine));
  return (
    <div
      className={styles.places}
      role="radiogroup"
      aria-label={fill(say.carrier, { machine: say.machines[machine] })}
    >
      {carriers.map((carrier) => (
        <label
          key={carrier}
          className={styles.place}
          data-over={over === carrier || undefined}
          onDragOver={(event) => {
            if (!taken(event)) return;
            event.preventDefault();
            setOver(carrier);
          }}
          onDragLeave={() => setOver(undefined)}
          onDrop={(event) => {
            setOver(undefined);
            if (!taken(event)) return;
            event.preventDefault();
            put(carrier);
          }}
        >
          <input
            type="radio"
            name={name}
            value={carrier}
            checked={slot.carrier === carrier}
            onChange={() => put(carrier)}
          />
          <span>{say.carriers[carrier]}</span>
          {slot.carrier === carrier && <Card {...{ machine, slot, say }} />}
        </label>
      ))}
    </div>
  );
}

/** What is dragged is told by its type, which a place can read before it is dropped. */
const typeOf = (machine: Machine): string => `text/x-podium-${machine}`;

function Card({ machine, slot, say }: Omit<RowProps, 'onChange'>) {
  const count = slot.carrier === 'none' || slot.carrier === 'pod' ? '' : ` ×${slot.replicas}`;
  return (
    <span
      className={styles.card}
      draggable
      aria-hidden="true"
      onDragStart={(event) => {
        event.dataTransfer.setData(typeOf(machine), machine);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      {say.machines[machine]}
      {count}
    </span>
  );
}

function Choices({ machine, slot, say, onChange }: RowProps) {
  const counts = Array.from({ length: mostReplicas }, (_, at) => at + 1);
  return (
    <div className={styles.choices}>
      {slot.carrier !== 'pod' && (
        <Select
          label={say.replicas}
          value={String(slot.replicas)}
          choices={counts.map((count) => [String(count), String(count)])}
          onChoose={(count) => onChange({ ...slot, replicas: Number(count) })}
        />
      )}
      <Select
        label={say.door}
        value={slot.door}
        choices={doors.map((door) => [door, say.doors[door]])}
        onChoose={(door) => onChange({ ...slot, door })}
      />
      {machine !== 'lvs' && (
        <Select
          label={say.storage}
          value={slot.storage}
          choices={storages.map((storage) => [storage, say.storages[storage]])}
          onChoose={(storage) => onChange({ ...slot, storage })}
        />
      )}
    </div>
  );
}

function Select<Value extends string>({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <label className={styles.select}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value as Value)}>
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
