import { Icon, type IconProps } from './icon';

export const Check = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="m4.5 10.5 3.5 3.5 7.5-8" />
  </Icon>
);
export const Cross = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const Plus = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M10 4.5v11M4.5 10h11" />
  </Icon>
);
export const Minus = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M4.5 10h11" />
  </Icon>
);
export const Info = ({ className }: IconProps) => (
  <Icon className={className}>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 9.2v4.3M10 6.5v.1" />
  </Icon>
);
export const Warning = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M10 3.2 17.5 16h-15L10 3.2ZM10 8.5v3.3M10 13.9v.1" />
  </Icon>
);
export const Clock = ({ className }: IconProps) => (
  <Icon className={className}>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6v4.2l2.8 1.8" />
  </Icon>
);
export const Pencil = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="m4 16 .8-3.2 8.4-8.4a1.4 1.4 0 0 1 2 0l.4.4a1.4 1.4 0 0 1 0 2l-8.4 8.4L4 16Z" />
  </Icon>
);
