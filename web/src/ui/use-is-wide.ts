import { useSyncExternalStore } from "react";

const wide = matchMedia("(min-width: 768px)");

/** Whether the screen has room for the navigation beside the page. */
export const useIsWide = () => useSyncExternalStore(subscribe, () => wide.matches);

function subscribe(listener: () => void) {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
}
