package org.example.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Is another team's service: nothing of it knows how access is decided. */
@SpringBootApplication
public class ShopApplication {

}
