import { Icon, type IconProps } from './icon';

const mirrored = (className = 'size-5') => `${className} rtl:-scale-x-100`;
export const ChevronEnd = ({ className }: IconProps) => (
  <Icon className={mirrored(className)}>
    <path d="m8 5 5 5-5 5" />
  </Icon>
);
export const ChevronStart = ({ className }: IconProps) => (
  <Icon className={mirrored(className)}>
    <path d="m12 5-5 5 5 5" />
  </Icon>
);
export const ChevronDown = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="m5 8 5 5 5-5" />
  </Icon>
);
export const ArrowUp = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M10 16V4M5.5 8.5 10 4l4.5 4.5" />
  </Icon>
);
export const ArrowDown = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M10 4v12M5.5 11.5 10 16l4.5-4.5" />
  </Icon>
);
export const Refresh = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M15.8 8A6.2 6.2 0 0 0 4.4 7M4.2 12a6.2 6.2 0 0 0 11.4 1M4 3.5V7h3.5M16 16.5V13h-3.5" />
  </Icon>
);
