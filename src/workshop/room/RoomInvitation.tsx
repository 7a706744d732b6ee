import { QrCode } from '#ui/QrCode.tsx';

import type { RoomOnScreen } from './roomOnScreen.ts';

/** How to answer, large enough to be read and scanned from the back; says how many did, and not what. */
export function RoomInvitation({ room, address, link, answered }: RoomOnScreen) {
  return (
    <div className="room-invitation">
      {link !== undefined && (
        <QrCode text={link} label="The link to answer, as a picture to scan" />
      )}
      <div>
        <p>
          {'Room '}
          <strong className="room-code">{room}</strong>
        </p>
        <p>{answered === 1 ? '1 answer' : `${answered} answers`} so far</p>
      </div>
      <p className="room-way">
        {address === undefined ? (
          'Answer on the page that your teacher names.'
        ) : (
          <>
            Answer at <span className="room-address">{address}</span>
          </>
        )}
      </p>
    </div>
  );
}
