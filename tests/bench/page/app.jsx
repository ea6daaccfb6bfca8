// The same month from the same data, as a web team would build it with React and FullCalendar.

import dayGridPlugin from '@fullcalendar/daygrid';
import nlLocale from '@fullcalendar/core/locales/nl';
import FullCalendar from '@fullcalendar/react';
import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';

const COLOURS = ['#0B6E69', '#7A3E9D', '#B4500B'];
const day = (date) => date.toISOString().slice(0, 10);

async function get(path) {
  const response = await fetch(`/api${path}`);
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response.json();
}

function eventsOf(blocks, children) {
  return blocks.map((block) => {
    const index = children.findIndex(({ id }) => id === block.childId);
    return {
      id: `${block.childId} ${block.date} ${block.start}`,
      title: children[index]?.firstName ?? '',
      start: `${block.date}T${block.start}`,
      end: `${block.date}T${block.end}`,
      color: COLOURS[index % COLOURS.length],
    };
  });
}

/** The weeks that a month's grid shows, as FullCalendar asks for them. */
function gridOf(year, month) {
  const start = new Date(Date.UTC(year, month, 1));
  start.setUTCDate(1 - ((start.getUTCDay() + 6) % 7));
  const end = new Date(Date.UTC(year, month + 1, 0));
  end.setUTCDate(end.getUTCDate() + 7 - ((end.getUTCDay() + 6) % 7));
  return { start, end };
}

/** Months that were shown stay, and their neighbours are fetched ahead, as in the portal. */
function useOccupancy() {
  return useMemo(() => {
    const known = new Map();
    const load = ({ start, end }) => {
      const path = `/occupancy?from=${day(start)}&to=${day(new Date(end - 1))}`;
      if (!known.has(path)) {
        known.set(path, get(path));
      }
      return known.get(path);
    };
    return (range) => {
      const shown = load(range);
      const middle = new Date((range.start.getTime() + range.end.getTime()) / 2);
      for (const step of [1, -1]) {
        load(gridOf(middle.getUTCFullYear(), middle.getUTCMonth() + step));
      }
      return shown;
    };
  }, []);
}

function App() {
  const [children, setChildren] = useState(null);
  const [closures, setClosures] = useState([]);
  const occupancy = useOccupancy();
  useEffect(() => {
    Promise.all([get('/family'), get('/locations'), get('/change-requests')]).then(([family, locations]) => {
      setClosures(locations.closures.map(({ date, name }) => ({ start: date, title: name, display: 'background' })));
      setChildren(family.children);
    });
  }, []);
  if (!children) {
    return <p role="status">Laden</p>;
  }
  return (
    <FullCalendar
      plugins={[dayGridPlugin]}
      initialView="dayGridMonth"
      initialDate={location.pathname.match(/\d{4}-\d{2}/)?.[0]}
      locale={nlLocale}
      timeZone="UTC"
      firstDay={1}
      weekNumbers
      fixedWeekCount={false}
      height="auto"
      headerToolbar={{ left: 'title', right: 'prev,today,next' }}
      eventSources={[
        { events: (range, done, failed) => occupancy(range).then(({ blocks }) => done(eventsOf(blocks, children)), failed) },
        { events: closures },
      ]}
    />
  );
}

createRoot(document.getElementById('root')).render(<App />);
