package io.tidings.container.refused;

import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import jakarta.ejb.Stateless;

/** Wants to be called by clients and to be an EJB. */
@Stateless
@Namespace("/orders")
public class EnterpriseBean {

    @OnEvent("order")
    public void order() {}
}
