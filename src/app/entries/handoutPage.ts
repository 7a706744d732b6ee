// oxlint-disable-next-line import/no-unassigned-import -- what every plain page does
import './plainPage.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the build links it into these pages
import '../../styles/handouts.css';
