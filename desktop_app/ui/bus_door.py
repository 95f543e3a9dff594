"""The door on Linux: a name on the session bus. The bus takes it back by itself when the program ends, however."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusConnectionInterface, QDBusMessage

NAME = "app.handrail.Handrail"
PATH = "/app/handrail/Handrail"
_ANSWER_WITHIN = 900
"""Milliseconds. The bus notices up to a tenth of a second late, and nobody should wait longer than a second."""


class _Ear(QObject):
    # SAFETY: every program of the session can call this, so it takes nothing and says nothing
    # (test_other_programs_can_do_no_more_than_knock).
    heard = Signal()

    @Slot()
    def StartedAgain(self) -> None:
        self.heard.emit()


class BusDoor:
    """`bus` is connected. Nobody else is reached over it but the bus and another Handrail."""

    def __init__(self, bus: QDBusConnection) -> None:
        self._bus = bus
        self._ear = _Ear()

    def take(self) -> bool:
        """Asks for the name. Who does not get it waits in line for it, and has it once the one before is gone."""
        # Before the name: whoever finds the name finds somebody who listens.
        self._bus.registerObject(PATH, NAME, self._ear, QDBusConnection.RegisterOption.ExportAllSlots)
        reply = self._bus.interface().registerService(
            NAME,
            QDBusConnectionInterface.ServiceQueueOptions.QueueService,
            QDBusConnectionInterface.ServiceReplacementOptions.DontAllowReplacement,
        )
        queued = QDBusConnectionInterface.RegisterServiceReply.ServiceQueued
        return not reply.isValid() or reply.value() != queued.value

    def knock(self) -> bool:
        """The answer comes when the other one has its cover on and has come forward, and not before."""
        message = QDBusMessage.createMethodCall(NAME, PATH, NAME, "StartedAgain")
        message.setAutoStartService(False)  # the one before may have ended this moment
        reply = self._bus.call(message, QDBus.CallMode.Block, _ANSWER_WITHIN)
        return reply.type() is QDBusMessage.MessageType.ReplyMessage

    def listen(self, heard: Callable[[], None]) -> None:
        """Knocks that came since `take` wait for the events to run."""
        self._ear.heard.connect(heard)
