import { Icon, type IconProps } from './icon';

export const Bag = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M4.5 6.5h11l.8 10H3.7l.8-10ZM7.3 8.5v-3a2.7 2.7 0 0 1 5.4 0v3" />
  </Icon>
);
export const Magnifier = ({ className }: IconProps) => (
  <Icon className={className}>
    <circle cx="8.8" cy="8.8" r="5.3" />
    <path d="m12.8 12.8 3.9 3.9" />
  </Icon>
);
export const Person = ({ className }: IconProps) => (
  <Icon className={className}>
    <circle cx="10" cy="6.8" r="3.3" />
    <path d="M3.8 16.8c.6-3.2 3-4.9 6.2-4.9s5.6 1.7 6.2 4.9" />
  </Icon>
);
export const Building = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M4.5 16.5v-13h7v13M11.5 8.5h4v8M2.5 16.5h15M7 6.5h2M7 9.5h2M7 12.5h2" />
  </Icon>
);
export const Globe = ({ className }: IconProps) => (
  <Icon className={className}>
    <circle cx="10" cy="10" r="7" />
    <path d="M3 10h14M10 3c2.6 2.3 3.6 4.4 3.6 7s-1 4.7-3.6 7c-2.6-2.3-3.6-4.4-3.6-7s1-4.7 3.6-7Z" />
  </Icon>
);
export const Truck = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M2.5 5h9v8.5h-9V5ZM11.5 8h3.2l2.8 2.8v2.7h-6V8Z" />
    <circle cx="6" cy="14.5" r="1.6" />
    <circle cx="14" cy="14.5" r="1.6" />
  </Icon>
);
export const Box = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="m10 2.8 6.5 3.4v7.6L10 17.2l-6.5-3.4V6.2L10 2.8ZM3.7 6.3 10 9.6l6.3-3.3M10 9.6v7.4" />
  </Icon>
);
export const Menu = ({ className }: IconProps) => (
  <Icon className={className}>
    <path d="M3.5 6h13M3.5 10h13M3.5 14h13" />
  </Icon>
);
