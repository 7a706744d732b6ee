import { Fragment } from 'react';

import { QrCode } from '#ui/QrCode.tsx';

import { answeredWords } from './answeredWords.ts';
import type { Invitation, RoomOnScreen } from './roomOnScreen.ts';

interface RoomInvitationProps extends Pick<RoomOnScreen, 'answered' | 'expected'> {
  readonly invitation: Invitation;
}

/** How to answer, large enough to read and scan from the back row. It shows how many answered, but not what. */
export function RoomInvitation({ invitation, answered, expected }: RoomInvitationProps) {
  const { room, address, link } = invitation;
  return (
    <div className="room-invitation">
      {link !== undefined && <QrCode text={link} label="QR code for the link to answer" />}
      <div>
        <p>
          {'Room '}
          <strong className="room-code">{room}</strong>
        </p>
        <p>{answeredWords(answered, expected)}</p>
      </div>
      <p className="room-way">
        {address === undefined ? (
          'Answer on the page that your teacher shows you.'
        ) : (
          <>
            Answer at{' '}
            <span className="room-address">
              {Array.from(address.matchAll(/[^/]*\/|[^/]+$/g), ({ 0: part, index }) => (
                <Fragment key={index}>
                  {part}
                  <wbr />
                </Fragment>
              ))}
            </span>
          </>
        )}
      </p>
    </div>
  );
}
