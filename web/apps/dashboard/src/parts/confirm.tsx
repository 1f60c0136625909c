import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { words } from "../words.js";
import { Button } from "./button.js";

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  /** What the button does, in its own words. */
  readonly action: string;
  readonly isOpen: boolean;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before something irreversible. No is as large and as near as yes. */
export function Confirm({ title, children, action, isOpen, disabled, onConfirm, onClose }: Props) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) {
          onClose();
        }
      }}
      isDismissable
    >
      <Modal className="modal">
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title">{title}</Heading>
          <div className="stack">{children}</div>
          <div className="choices">
            <Button onPress={onClose} autoFocus>
              {words.keep}
            </Button>
            <Button
              kind="danger"
              disabled={disabled ?? false}
              onPress={() => {
                onClose();
                onConfirm();
              }}
            >
              {action}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
