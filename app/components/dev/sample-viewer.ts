import type { Viewer } from '../shell/shell-data';

export const sampleViewer: Viewer = {
  name: 'Ana',
  email: 'ana@harbour.example',
  company: { name: 'Harbour Hotels', unit: 'Pier 9' },
  canSwitch: true,
  isStaff: false,
};
